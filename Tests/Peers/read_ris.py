"""read_ris.py FILE.ris FILE.json: reads RIS by rispy, puts CSL records together again, and compares them."""
import re
import sys

import rispy
from csl_compare import apply_note, compare

TYPES = {
    "JOUR": "article-journal", "MGZN": "article-magazine", "NEWS": "article-newspaper", "BILL": "bill",
    "BOOK": "book", "CHAP": "chapter", "CLSWK": "classic", "DATA": "dataset", "GEN": "document",
    "DICT": "entry-dictionary", "ENCYC": "entry-encyclopedia", "FIGURE": "figure", "ART": "graphic",
    "HEAR": "hearing", "CASE": "legal_case", "STAT": "legislation", "MANSCPT": "manuscript", "MAP": "map",
    "MPCT": "motion_picture", "MUSIC": "musical_score", "PAMP": "pamphlet", "CPAPER": "paper-conference",
    "PAT": "patent", "JFULL": "periodical", "PCOMM": "personal_communication", "ICOMM": "post",
    "BLOG": "post-weblog", "LEGAL": "regulation", "RPRT": "report", "COMP": "software", "SOUND": "song",
    "STAND": "standard", "THES": "thesis", "ELEC": "webpage", "VIDEO": "broadcast", "UNPB": "article",
}
FIELDS = {
    "id": "id", "title": "title", "secondary_title": "container-title", "volume": "volume", "number": "issue",
    "edition": "edition", "publisher": "publisher", "place_published": "publisher-place", "doi": "DOI",
    "abstract": "abstract", "language": "language", "tertiary_title": "collection-title",
    "short_title": "title-short", "alternate_title1": "container-title-short", "type_of_work": "genre",
    "note": "number", "call_number": "call-number", "name_of_database": "source",
    "reviewed_item": "reviewed-title", "section": "section", "number_of_volumes": "number-of-volumes",
    "accession_number": "PMID", "custom2": "PMCID",
}


def name(text):
    if "," not in text:
        return {"literal": text}
    parts = [part.strip() for part in text.split(",")]
    named = {"family": parts[0], "given": parts[1] if len(parts) > 1 else "",
             "suffix": parts[2] if len(parts) > 2 else ""}
    return {key: value for key, value in named.items() if value}


def record(entry):
    csl = {"type": TYPES[entry["type_of_reference"]]}
    for field, target in FIELDS.items():
        if field in entry:
            csl[target] = entry[field]
    if "urls" in entry:
        # rispy takes a semicolon for the end of an address.
        csl["URL"] = ";".join(entry["urls"])
    if "issn" in entry:
        serial = re.fullmatch(r"[0-9]{4}-[0-9]{3}[0-9X]", entry["issn"])
        csl["ISSN" if serial else "ISBN"] = entry["issn"]
    for target, texts in [("author", entry.get("authors")),
                          ("editor", entry.get("secondary_authors") or entry.get("unknown_tag", {}).get("ED"))]:
        if texts:
            csl[target] = [name(text) for text in texts]
    if "year" in entry:
        day = [int(part) for part in entry.get("date", "").split("/") if part]
        csl["issued"] = {"date-parts": [day or [int(entry["year"])]]}
    if "start_page" in entry:
        csl["page"] = "-".join([entry["start_page"]] + ([entry["end_page"]] if "end_page" in entry else []))
    if "keywords" in entry:
        csl["keyword"] = ", ".join(entry["keywords"])
    for text in entry.get("notes", []):
        if not apply_note(csl, text):
            csl["note"] = text
    return csl


with open(sys.argv[1], "rb") as file:
    raw = file.read()
    if b"\n" in raw.replace(b"\r\n", b"") or b"\r" in raw.replace(b"\r\n", b""):
        sys.exit("a line doesn't end in CR and LF")
with open(sys.argv[1], encoding="utf-8") as file:
    compare([record(entry) for entry in rispy.load(file)], sys.argv[2])
