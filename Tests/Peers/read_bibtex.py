"""read_bibtex.py FILE.bib FILE.json: reads BibTeX by bibtexparser, puts CSL records together again, compares them."""
import re
import sys

import bibtexparser
from bibtexparser.bparser import BibTexParser
from csl_compare import apply_note, compare

TYPES = {
    "article": "article-journal", "book": "book", "incollection": "chapter", "inproceedings": "paper-conference",
    "phdthesis": "thesis", "techreport": "report", "unpublished": "manuscript", "booklet": "pamphlet",
    "misc": "document",
}
FIELDS = {
    "title": "title", "journal": "container-title", "booktitle": "container-title",
    "howpublished": "container-title", "volume": "volume", "edition": "edition", "publisher": "publisher",
    "institution": "publisher", "school": "publisher", "address": "publisher-place", "note": "note",
    "abstract": "abstract", "language": "language", "series": "collection-title", "shorttitle": "title-short",
    "shortjournal": "container-title-short", "type": "genre", "pagetotal": "number-of-pages", "issn": "ISSN",
    "isbn": "ISBN", "pmid": "PMID", "pmcid": "PMCID", "keywords": "keyword",
}
COMMANDS = {
    "textbackslash": "\\", "textbraceleft": "{", "textbraceright": "}", "textasciitilde": "~",
    "textasciicircum": "^", "textless": "<", "textgreater": ">", "textbar": "|", "textasciigrave": "`",
}
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December"]


def plain(text):
    """What TeX prints."""
    result, at = "", 0
    while at < len(text):
        command = re.compile(r"\\([a-z]+)\{\}").match(text, at)
        if command:
            result += COMMANDS[command.group(1)]
            at = command.end()
        elif text[at] == "\\":
            result += text[at + 1]
            at += 2
        else:
            result += "" if text[at] in "{}" else text[at]
            at += 1
    return result


def split(text, separator):
    """The parts of the text between separators that stand in no braces."""
    parts, depth, start, at = [], 0, 0, 0
    while at < len(text):
        if text[at] == "\\":
            at += 1
        elif text[at] in "{}":
            depth += 1 if text[at] == "{" else -1
        elif depth == 0 and text.startswith(separator, at):
            parts.append(text[start:at])
            at += len(separator)
            start = at
            continue
        at += 1
    return parts + [text[start:]]


def name(text):
    parts = [part.strip() for part in split(text, ",")]
    if len(parts) == 1:
        return {"literal": plain(text)} if text.startswith("{") else {"family": plain(text)}
    words = split(parts[0], " ")
    particle = 0
    while particle < len(words) - 1 and words[particle][:1].islower():
        particle += 1
    given, suffix = parts[-1], parts[1] if len(parts) == 3 else ""
    named = {"family": plain(" ".join(words[particle:])), "given": plain(given),
             "non-dropping-particle": plain(" ".join(words[:particle])), "suffix": plain(suffix)}
    return {key: value for key, value in named.items() if value}


def identifier(key):
    if ":" not in key:
        return key
    encoded = key.split(":", 1)[1].encode()
    return re.sub(rb"_([0-9a-f]{2})", lambda match: bytes([int(match.group(1), 16)]), encoded).decode("utf-8", "replace")


def dates(entry):
    if "date" in entry:
        return [[int(part) for part in date.split("-")] for date in entry["date"].split("/")]
    month = [MONTHS.index(entry["month"]) + 1] if "month" in entry else []
    return [[int(entry["year"])] + month]


def record(entry):
    csl = {"id": identifier(entry["ID"]), "type": TYPES[entry["ENTRYTYPE"]]}
    for field, target in FIELDS.items():
        if field in entry:
            csl[target] = plain(entry[field])
    if "number" in entry:
        csl["number" if entry["ENTRYTYPE"] == "techreport" else "issue"] = plain(entry["number"])
    for field, target in [("doi", "DOI"), ("url", "URL")]:
        if field in entry:
            csl[target] = entry[field]
    for field in ["author", "editor"]:
        if field in entry:
            csl[field] = [name(text) for text in split(entry[field], " and ") if text != "others"]
    if "year" in entry:
        csl["issued"] = {"date-parts": dates(entry)}
    if "pages" in entry:
        csl["page"] = plain(re.sub("--", "-", entry["pages"]))
    if "annote" in entry:
        apply_note(csl, plain(entry["annote"]))
    return csl


with open(sys.argv[1], encoding="utf-8") as file:
    parser = BibTexParser(common_strings=True, ignore_nonstandard_types=True)
    entries = bibtexparser.load(file, parser).entries
keys = [entry["ID"].lower() for entry in entries]
if len(set(keys)) != len(keys):
    sys.exit("two entries have one key")
compare([record(entry) for entry in entries], sys.argv[2])
