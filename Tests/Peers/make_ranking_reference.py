"""Makes ranking.json: what scikit-learn and ASReview's settings (ELAS u4) give for a small corpus of our own.

Run by hand when the corpus changes, with scikit-learn 1.9, SciPy and asreview-insights 1.6 installed (they are too
large to be installed for every test run):
    python Tests/Peers/make_ranking_reference.py > Tests/Fixtures/ranking/reference.json
"""

import json

import numpy
from asreviewcontrib.insights import metrics
from scipy.stats import hypergeom
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.svm import LinearSVC
from sklearn.utils import check_random_state

CORPUS = [
    ["Bees in city gardens", "Wild bees were counted in 40 city gardens. Gardens with native plants had more bees.", 1],
    ["Native plants and pollinators", "Native plants feed pollinators; wild bees prefer them to garden cultivars.", 1],
    ["Traffic noise", "Noise of road traffic was measured at 12 schools.", 0],
    ["Road salt and street trees", "Salt on roads harms street trees in cold cities.", 0],
    ["Allotments and well-being", "People with allotments reported better well-being than neighbours without.", 0],
    ["Hoverflies as pollinators of allotments", "Hoverflies and wild bees visit allotments with native plants.", 1],
    ["ÉCOLES: Lärm und Straße", "İstanbul'da gürültü; ΟΔΟΣ ΣΟΦΙΑΣ, Σ. ΑΣ'α ΑΣ' x_1 a1 _ ½ ² 日本語 テスト हिन्दी עברית العربية", None],
    ["Wild bees", "", None],
    ["Wild bees prefer native plants in city gardens", "Counts in gardens of the city: wild bees, hoverflies.", None],
    ["Noise at schools", "Road traffic, road traffic and road traffic again; noise at schools.", None],
    ["Allotments", "Allotments as gardens: native plants for wild bees.", None],
    ["", "", None],
    ["Bees, bees, bees", "bees bees bees bees", None],
]

WORDS = [
    "ΟΔΟΣ ΣΟΦΙΑΣ ΑΣ'Α ΑΣ' ΑΣ. Σ ΑΣΑ", "İstanbul IŞIK ǅ ﬁn ß ẞ", "a b ab a_b _ __ x1 1x 12",
    "½¼ ²³ ⅷⅨ ①② ٣٤ ४५ 一二 Ⅻ", "e\u0301te\u0301 caf\u00e9 na\u00efve",
    "don't well-being e.g. U.S.A. COVID-19", "tab\tnew\nline\u00a0nbsp\u200bzero\ufeffbom", "😀 emoji😀word 👩‍🔬x y",
    "हिन्दी ไทย 日本語テスト 한국어 עִבְרִית العَرَبِيَّة", "\u0000nul\u0000byte", "Ǆungla ŉord ΐ ᾳᾼ",
]


def measures(labels):
    """As asreview-insights computes them from the labels in the order in which they were read."""
    found = [index + 1 for index, label in enumerate(labels) if label]
    return {
        "labels": "".join(map(str, labels)),
        "wss95": metrics._wss(labels, 0.95), "wss100": metrics._wss(labels, 1.0),
        "rrf10": metrics._recall(labels, 0.1), "erf10": metrics._erf(labels, 0.1),
        "atd": sum(found) / len(found),
    }


def main():
    texts = [f"{title} {abstract}" for title, abstract, _ in CORPUS]
    vectorizer = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=1, max_df=0.95)
    features = vectorizer.fit_transform(texts)
    decided = [index for index, row in enumerate(CORPUS) if row[2] is not None]
    labels = numpy.array([CORPUS[index][2] for index in decided])
    weights = numpy.where(labels == 1, 1.0, sum(labels == 1) / (9.8 * sum(labels == 0)))
    weights = weights * (len(labels) / weights.sum())
    machine = LinearSVC(loss="squared_hinge", C=0.11, tol=1e-9, max_iter=100_000, random_state=0)
    machine.fit(features[decided], labels, sample_weight=weights)
    split = vectorizer.build_analyzer()
    words = TfidfVectorizer().build_analyzer()
    cases = [(2, 40, 10, 30), (0, 100, 5, 45), (3, 2000, 60, 400), (59, 2000, 60, 1900), (0, 9, 1, 8), (7, 50, 20, 20)]
    random = numpy.random.RandomState(7)
    orders = []
    for count, share in [(10, 0.3), (57, 0.1), (200, 0.04), (333, 0.5), (1000, 0.02)]:
        chances = numpy.linspace(3 * share, 0, count).clip(0, 1)
        labels = (random.random_sample(count) < chances).astype(int)
        labels[count // 2] = 1
        orders.append(labels.tolist())
    draws = [
        [seed, count, size, check_random_state(seed).choice(numpy.arange(size), count, replace=False).tolist()]
        for seed in (0, 1, 2, 3, 535, 4294967295) for count, size in ((1, 1), (1, 101), (3, 1918), (5, 5))]
    print(json.dumps({
        "measures": [measures(labels) for labels in orders],
        "draws": draws,
        "corpus": CORPUS,
        "vocabulary": len(vectorizer.vocabulary_),
        "products": (features @ features.T).toarray().round(9).tolist(),
        "scores": machine.decision_function(features).round(9).tolist(),
        "terms": [len(split(text)) for text in texts],
        "words": [[text, words(text)] for text in WORDS],
        "hypergeometric": [[*case, float(hypergeom.cdf(case[0], case[1], case[2], case[3]))] for case in cases],
    }, ensure_ascii=True, indent=1))


main()
