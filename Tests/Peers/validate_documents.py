"""What jsonschema, an implementation of JSON Schema by others, says of the bundled schemas and of documents.

    validate_documents.py SCHEMAS check            what is wrong with the schemas themselves, a line each
    validate_documents.py SCHEMAS verdicts JOBS    for each line {"schema", "text"} of JOBS: accepted or refused
    validate_documents.py SCHEMAS files JOBS       the same for each line {"schema", "paths"}: files as an editor reads them
    validate_documents.py SCHEMAS known JOBS       for each line {"schema", "text", "pointer"}: the keys and the words that
                                                   the schema allows there
"""

import json
import pathlib
import re
import sys

import yaml
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

SUFFIX = ".schema.json"
# The vocabularies core, applicator, unevaluated, validation and meta-data of draft 2020-12; a word that is in none of
# them, such as one with a slip of the finger, would say nothing to any reader.
WORDS = set(
    """$schema $id $comment $defs $ref title description type enum const pattern minimum maximum multipleOf minItems
    maxItems minLength maxLength required dependentRequired properties additionalProperties propertyNames items
    prefixItems contains oneOf anyOf allOf not if then""".split()
)


LIMITS = ("minItems", "maxItems", "minimum", "maximum")


def load(folder):
    schemas = {p.name.removesuffix(SUFFIX): json.loads(p.read_text()) for p in sorted(folder.glob("*" + SUFFIX))}
    registry = Registry().with_resources((s["$id"], Resource.from_contents(s)) for s in schemas.values())
    return schemas, registry


# --- The schemas themselves -----------------------------------------------------------------------------------


def subschemas(schema, place):
    """Every schema in a schema, with its place."""
    if not isinstance(schema, dict):
        return
    yield place, schema
    for key in ("properties", "$defs"):
        for name, inner in schema.get(key, {}).items():
            yield from subschemas(inner, f"{place}/{key}/{name}")
    for key in ("additionalProperties", "propertyNames", "items", "contains", "not", "if", "then"):
        yield from subschemas(schema.get(key), f"{place}/{key}")
    for key in ("oneOf", "anyOf", "allOf", "prefixItems"):
        for index, inner in enumerate(schema.get(key, [])):
            yield from subschemas(inner, f"{place}/{key}/{index}")


def check(schemas):
    for name, root in schemas.items():
        Draft202012Validator.check_schema(root)
        if root["$schema"] != Draft202012Validator.META_SCHEMA["$id"]:
            yield f"{name}: another draft"
        used = set()
        for place, schema in subschemas(root, name):
            for word in schema.keys() - WORDS:
                yield f"{place}: {word} is no word of the draft"
            if "pattern" in schema:
                re.compile(schema["pattern"])
            if "$ref" in schema:
                used.add(schema["$ref"])
                if target(schemas, root, schema["$ref"]) is None:
                    yield f"{place}: {schema['$ref']} leads nowhere"
            # An open object would pass over a key with a slip; only the fields of CSL are open, in which there are many.
            if schema.get("type") == "object" and "additionalProperties" not in schema and "/csl" not in place:
                yield f"{place}: open"
            for key, value in schema.get("properties", {}).items():
                says = not isinstance(value, dict) or "description" in described(schemas, root, value)
                if not says and not {"anyOf", "if"} & set(place.split("/")):
                    yield f"{place}: {key} has no description"
        for definition in root.get("$defs", {}).keys() - {word.removeprefix("#/$defs/") for word in used}:
            yield f"{name}: nothing uses {definition}"


def described(schemas, root, schema):
    if "description" in schema or "$ref" not in schema:
        return schema
    return described(schemas, *target(schemas, root, schema["$ref"]))


def target(schemas, root, reference):
    file, _, pointer = reference.partition("#")
    schema = root = schemas.get(file.removesuffix(SUFFIX)) if file else root
    for step in pointer.strip("/").split("/"):
        if not isinstance(schema, dict) or step not in schema:
            return None
        schema = schema[step]
    return root, schema


# --- What a schema allows at a place --------------------------------------------------------------------------


def faces(schemas, root, schema, value, every=False):
    """The schema and those that it stands on, where the value is what they are for (or every one of them)."""
    if not isinstance(schema, dict):
        return
    yield root, schema
    if "$ref" in schema:
        yield from faces(schemas, *target(schemas, root, schema["$ref"]), value, every)
    for inner in schema.get("oneOf", []):
        if every or Draft202012Validator({**inner, "$defs": root.get("$defs", {})}).is_valid(value):
            yield from faces(schemas, root, inner, value, every)


def known(schemas, job):
    value = json.loads(job["text"])
    root = schemas[job["schema"]]
    here, plain = list(faces(schemas, root, root, value)), [(root, root)]
    for step in job["pointer"]:
        value = value[step]
        inner = [(root, s["items"] if isinstance(step, int) else s.get("properties", {}).get(step)) for root, s in here
                 if isinstance(step, str) or "items" in s]
        here, plain = [face for root, schema in inner for face in faces(schemas, root, schema, value)], inner
    every = [face for root, schema in plain for face in faces(schemas, root, schema, value, every=True)]
    keys, all_keys = ({key for _, schema in some for key in schema.get("properties", {})} for some in (here, every))
    words = {word for _, schema in here for word in schema.get("enum", [])} | {
        schema["const"] for _, schema in here if "const" in schema}
    limits = {word: schema[word] for word in LIMITS for _, schema in here if word in schema}
    return {"limits": limits, "keys": sorted(keys), "all": sorted(all_keys), "words": sorted(word for word in words if isinstance(word, str))}


# --- Documents ------------------------------------------------------------------------------------------------


class Core(yaml.SafeLoader):
    """YAML as its version 1.2 has it, and editors read it: yes and dates are words."""

    yaml_implicit_resolvers = {}


Core.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(?:~|null|Null|NULL|)$"), None)
Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$"), None)
Core.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^[-+]?(?:0|[1-9][0-9]*)$"), None)
Core.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$"), None)


def read(paths):
    """The documents of the files put together; the references of a theory under their key."""
    whole = {}
    for path in map(pathlib.Path, paths):
        text = path.read_text()
        whole.update({"references": json.loads(text)} if path.name == "references.json" else yaml.load(text, Core))
    return whole


def main(folder, mode, jobs=None):
    schemas, registry = load(pathlib.Path(folder))
    validators = {name: Draft202012Validator(schema, registry=registry) for name, schema in schemas.items()}
    if mode == "check":
        for problem in check(schemas):
            print(problem)
        return
    for line in pathlib.Path(jobs).read_text().splitlines():
        job = json.loads(line)
        if mode == "known":
            print(json.dumps(known(schemas, job)))
            continue
        document = json.loads(job["text"]) if mode == "verdicts" else read(job["paths"])
        error = next(validators[job["schema"]].iter_errors(document), None)
        print("accepted" if error is None else f"refused at {error.json_path}: {' '.join(error.message.split())[:200]}")


main(*sys.argv[1:])
