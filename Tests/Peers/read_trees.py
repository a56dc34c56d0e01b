"""read_trees.py KIND FILE: what an independent reader finds in a file, as JSON on one line.

bibtex: by bibtexparser, the type, the key and the fields of each entry, as they are written, white space made one space.
xml:    by xml.etree, for each record the path and the text of every element that holds text and no other elements.
json:   by json, the elements of the list, or of "results", or the lines.
"""
import json
import sys
import xml.etree.ElementTree

kind, path = sys.argv[1:]


def one_line(text):
    return " ".join(text.split())


def bibtex():
    import bibtexparser
    from bibtexparser.bparser import BibTexParser
    with open(path, encoding="utf-8") as file:
        parser = BibTexParser(common_strings=True, ignore_nonstandard_types=False)
        entries = bibtexparser.load(file, parser).entries
    return [{"type": entry.pop("ENTRYTYPE").lower(), "key": entry.pop("ID"),
             "fields": {name.lower(): one_line(value) for name, value in entry.items()}} for entry in entries]


def leaves(element, way):
    way = way + "/" + element.tag
    if len(element) == 0:
        return [[way, one_line(element.text or "")]] if (element.text or "").strip() else []
    return [leaf for child in element for leaf in leaves(child, way)]


def tree():
    root = xml.etree.ElementTree.parse(path).getroot()
    names = ("record", "PubmedArticle", "PubmedBookArticle")
    return [leaves(element, "") for element in root.iter() if element.tag in names]


def records():
    with open(path, encoding="utf-8") as file:
        text = file.read()
    try:
        value = json.loads(text)
    except json.JSONDecodeError:
        return [json.loads(line) for line in text.splitlines() if line.strip()]
    return value["results"] if isinstance(value, dict) else value


found = {"bibtex": bibtex, "xml": tree, "json": records}[kind]()
print(json.dumps(found, ensure_ascii=False, sort_keys=True))
