/// What made-up works are made of.
enum MadeWords {
  static let openings = [
    "Effects of", "Outcomes after", "Attitudes towards", "A review of", "Predictors of", "Barriers to",
    "Costs of",
    "Long-term benefits of", "The use of", "Experiences with", "Quality of", "Implementing", "Evaluation of",
  ]
  static let things = [
    "stepped care", "β-blockers", "community rehabilitation", "home visits", "peer support", "statin therapy",
    "hospital mergers", "shared records", "early discharge", "telephone follow-up", "cognitive training",
    "interferon-γ assays", "joint commissioning", "physiotherapy", "paediatric screening",
    "behavioural therapy",
    "oestrogen replacement", "tumour markers", "motor imagery", "sleep restriction", "salt substitutes",
    "exercise referral", "group clinics", "medication reviews", "pulse oximetry", "buddying arrangements",
    "integrated pathways", "hand hygiene", "vitamin D supplements", "case conferences",
  ]
  static let links = ["for", "among", "in the care of", "and self-management by", "as seen by", "offered to"]
  static let qualities = [
    "older", "rural", "hospitalised", "first-time", "low-income", "school-aged", "community-dwelling",
    "postoperative",
    "working-age", "newly registered", "underserved", "high-risk",
  ]
  static let people = [
    "adults", "mothers", "patients", "veterans", "nurses", "carers", "adolescents", "general practitioners",
  ]
  static let conditions = [
    "with chronic heart failure", "after ischaemic stroke", "with type 2 diabetes", "living with HIV",
    "with mild cognitive impairment", "recovering from hip fracture", "with moderate asthma",
    "after brain injury",
    "with stage 3 kidney disease", "with persistent low back pain", "awaiting joint replacement",
  ]
  static let places = [
    "northern England", "São Paulo, Brazil", "rural Tanzania", "the Netherlands", "three Swiss cantons",
    "Queensland",
    "Catalonia", "southern Sweden", "Ontario", "Punjab",
  ]
  static let designs = [
    "a randomised controlled trial", "a systematic review and meta-analysis", "a qualitative study",
    "results of a pilot study", "a cohort study", "an interrupted time series", "a cross-sectional survey",
  ]
  static let generic = [
    "Editorial", "Letters to the editor", "News", "Correspondence", "Book review", "In this issue",
  ]
  static let given = [
    "Anna", "Björn", "Carlos Eduardo", "David J.", "Eva Maria", "Fatima", "George", "Hélène", "Ioannis",
    "Jun",
    "Karen L.", "Li", "Mohamed", "Nadia", "Olga", "Peter", "Rosemary E.", "Sophie", "Takashi", "Wei",
  ]
  static let families = [
    "Andersson", "Barker-Collo", "Chen", "de Vries", "Espinosa", "Fernández", "García-Molina", "Hansen",
    "Ivanov",
    "Jørgensen", "Kowalski", "Liu", "Müller", "Nakamura", "O'Brien", "Papadopoulos", "Quinn", "Rossi",
    "Schröder",
    "Tanaka", "Usman", "van der Meer", "Wang", "Xu", "Yılmaz", "Zhang", "McDonald", "Smith", "Jones", "Öberg",
  ]
  static let abstractWords = [
    "background", "aim", "we", "studied", "whether", "the", "programme", "reduced", "admissions", "in", "a",
    "sample", "of",
    "patients", "from", "six", "sites", "methods", "data", "were", "collected", "by", "interview", "and",
    "survey",
    "results", "showed", "a", "small", "change", "over", "time", "with", "wide", "intervals", "conclusion",
    "further",
    "work", "is", "needed", "control", "group", "allocation", "outcome", "measured", "weeks", "mortality",
    "quality",
    "life", "score", "cost", "staff", "training", "adherence", "safety", "events", "primary", "secondary",
    "analysis",
  ]
  static let reviews = MadeJournal(
    title: "Cochrane Database of Systematic Reviews", short: "Cochrane Database Syst Rev",
    others: [
      "Cochrane database of systematic reviews (Online)", "The Cochrane Database of Systematic Reviews",
    ])
  static let journals = [
    MadeJournal(
      title: "Journal of Clinical Oncology", short: "J Clin Oncol",
      others: ["Journal of clinical oncology : official journal of the American Society of Clinical Oncology"]
    ),
    MadeJournal(title: "BMJ", short: "BMJ", others: ["BMJ (Clinical research ed.)", "BMJ (Online)"]),
    MadeJournal(title: "The Lancet", short: "Lancet", others: ["Lancet (London, England)"]),
    MadeJournal(
      title: "American Journal of Obstetrics and Gynecology", short: "Am J Obstet Gynecol",
      others: ["American Journal of Obstetrics & Gynecology"]),
    MadeJournal(
      title: "Proceedings of the National Academy of Sciences of the United States of America",
      short: "Proc Natl Acad Sci U S A", others: ["Proceedings of the National Academy of Sciences"]),
    MadeJournal(
      title: "JAMA: the journal of the American Medical Association", short: "JAMA",
      others: ["JAMA - Journal of the American Medical Association"]),
    MadeJournal(title: "PLoS ONE", short: "PLoS One", others: ["PLoS ONE [Electronic Resource]"]),
    MadeJournal(
      title: "International Journal of Cancer", short: "Int J Cancer",
      others: ["International journal of cancer.Journal international du cancer"]),
    MadeJournal(
      title: "Archives of Physical Medicine and Rehabilitation", short: "Arch Phys Med Rehabil", others: []),
    MadeJournal(title: "Journal of the American Geriatrics Society", short: "J Am Geriatr Soc", others: []),
    MadeJournal(title: "Health Services Research", short: "Health Serv Res", others: []),
    MadeJournal(title: "Brain Injury", short: "Brain Inj", others: ["Brain injury : [BI]"]),
    MadeJournal(title: "Stroke", short: "Stroke", others: ["Stroke; a journal of cerebral circulation"]),
    MadeJournal(
      title: "Social Science & Medicine", short: "Soc Sci Med", others: ["Social Science and Medicine"]),
    MadeJournal(title: "Diabetes Care", short: "Diabetes Care", others: []),
    MadeJournal(title: "European Heart Journal", short: "Eur Heart J", others: []),
    MadeJournal(title: "Psychological Medicine", short: "Psychol Med", others: []),
    MadeJournal(title: "Acta Cytologica", short: "Acta Cytol", others: []),
    MadeJournal(title: "International Journal of Nursing Studies", short: "Int J Nurs Stud", others: []),
    MadeJournal(title: "Public Management Review", short: "Public Manag Rev", others: []),
    MadeJournal(title: "Annals of Internal Medicine", short: "Ann Intern Med", others: []),
    MadeJournal(title: "Kidney International", short: "Kidney Int", others: []),
  ]
}
