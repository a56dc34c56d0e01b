#!/usr/bin/env bash
# A whole small review, from an empty file to its flow, on exports in the forms of several databases. Run it in an empty
# folder, with the folder Tests/Fixtures of this package as its argument; docs/examples/review.txt is what it prints.
set -euo pipefail
cp "$1"/records/pubmed.nbib "$1"/records/publish-or-perish.csv "$1"/records/ebsco.ris "$1"/dedupe/library.csv .
realist=${REALIST_PROGRAM:-realist}
export REALIST_REVIEWER='Ann Lee'

# Shows a command as a person types it, and runs it.
run() {
  local shown='$ realist review' word
  for word in "$@"; do
    [[ $word =~ ^[A-Za-z0-9./=-]+$ ]] || word="'$word'"
    shown+=" $word"
  done
  printf '%s\n' "$shown"
  "$realist" review "$@"
  printf '\n'
}

cat >protocol.yaml <<'YAML'
format: realist-protocol/1
title: An example
question: How does screening work in a review file?
reviewers:
  - Ann Lee
  - Ben Roe
databases:
  - Scopus
  - PubMed
stages:
  - stage: title-abstract
    include:
      - about people or organisations that work together
  - stage: full-text
    exclude:
      - says nothing of how it works
  - stage: relevance
    include:
      - describes contexts, mechanisms and outcomes in depth
exclude:
  - no research
highlight:
  wanted:
    - trust
YAML

run new example.realist --title 'An example'
run protocol example.realist --set protocol.yaml
run search example.realist --source PubMed --strategy 'garden*[ti] AND social' --date 2026-01-12 --limits '2010 onwards' --hits 2
run import example.realist pubmed.nbib --search 3
run import example.realist library.csv --source 'Ovid and Scopus'
run search example.realist --source 'Google Scholar' --wave google-scholar --strategy 'trust partnership' --hits 42600 --read 'first 2 pages'
run import example.realist publish-or-perish.csv --search 6
run dedupe example.realist
run find example.realist 'title:review OR collaborat*' --most 3
run sample example.realist --percent 40 --seed 1 --reviewer 'Ben Roe'

# Ann screens all titles and abstracts, Ben the sample; a person would do it with: realist review screen example.realist
for record in 1 3 6 13 14; do run decide example.realist $record include; done
for record in 2 7 8 9 10; do run decide example.realist $record exclude --reason E1; done
run decide example.realist 12 exclude --reason I1
run undo example.realist
run decide example.realist 12 include
export REALIST_REVIEWER='Ben Roe'
for record in 1 3 14; do run decide example.realist $record include; done
run decide example.realist 2 exclude --reason E1
run decide example.realist 8 include --note 'shared records need partners'
run conflicts example.realist
export REALIST_REVIEWER='Ann Lee'
run resolve example.realist 8 exclude --reason E1 --because 'talked it over: about costs'
run agreement example.realist

# Whole texts, then relevance; theories that a purposive search found are included at once.
for record in 1 13 14; do run decide example.realist $record include --stage full-text; done
for record in 3 12; do run decide example.realist $record exclude --stage full-text --reason E1; done
run decide example.realist 6 exclude --stage full-text --reason not-retrieved
for record in 13 14; do run decide example.realist $record include --stage relevance; done
run decide example.realist 1 exclude --stage relevance --reason I1
run import example.realist ebsco.ris --wave middle-range-theories --source 'search for theories' --entering included

run status example.realist
run flow example.realist --svg flow.svg --prisma flow.csv
run list example.realist --which included
run archive example.realist --output example.zip
run restore example.zip again.realist
run status again.realist --as-of 9
