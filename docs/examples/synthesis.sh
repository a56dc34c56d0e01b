#!/usr/bin/env bash
# A whole small synthesis, from an import to an assessment by the theory that came out, on six short texts that were written
# for it. Run it in an empty folder, with the folder docs/examples/synthesis of this package as its argument;
# docs/examples/synthesis.txt is what it prints. It needs pdftotext's and pandoc's packages: poppler-utils and pandoc.
set -euo pipefail
cp "$1"/*.ris "$1"/*.yaml "$1"/texts/* .
realist=${REALIST_PROGRAM:-realist}
export REALIST_REVIEWER='Ann Lee'

# Shows a command as a person types it, and runs it.
run() {
  local shown='$ realist' word
  for word in "$@"; do
    [[ $word =~ ^[A-Za-z0-9./=_-]+$ ]] || word="'$word'"
    shown+=" $word"
  done
  printf '%s\n' "$shown"
  "$realist" "$@"
  printf '\n'
}

# Marks a passage, and gives it the name by which synthesis.yaml and second.yaml speak of it.
mark() {
  local name=$1 text=$2 words=$3 told
  told=$(run review passages mark workshops.realist "$text" "$words")
  printf '%s\n\n' "$told"
  sed -i "s/PASSAGE-$name\$/$(grep -o 'p[0-9][0-9]*' <<<"${told##*$'\n'}" | head -n 1)/" synthesis.yaml second.yaml
}

# Records come in and are screened.
run review new workshops.realist --title 'Shared bicycle workshops: a realist synthesis'
run review protocol workshops.realist --set protocol.yaml
run review search workshops.realist --source 'Index of Imagined Studies' --strategy 'bicycle AND workshop*' --date 2026-01-12 --hits 6
run review import workshops.realist search.ris --search 3
run review search workshops.realist --source 'Search for theories' --wave middle-range-theories --strategy '"good will" AND groups' --date 2026-01-20 --hits 1
run review import workshops.realist theories.ris --search 5 --entering included
for record in 1 2 3 4 5; do run review decide workshops.realist $record include; done
run review decide workshops.realist 6 exclude --reason I1
for record in 1 2 3 4 5; do run review decide workshops.realist $record include --stage relevance; done
run review flow workshops.realist

# What was included becomes sources, each with its text and what is thought of it.
number=0
for key in arlen2019 brisk2020 cohen2021 dimov2018 evans2022; do
  number=$((number + 1))
  run review source workshops.realist $key --record $number
done
run review source workshops.realist falk2005 --record 7 --role middle-range
SOURCE_DATE_EPOCH=0 pandoc brisk.md -o brisk.docx
run review texts add workshops.realist arlen2019 arlen.txt
run review texts add workshops.realist brisk2020 brisk.docx
run review texts add workshops.realist cohen2021 cohen.txt
run review texts add workshops.realist dimov2018 dimov.txt
run review texts add workshops.realist evans2022 evans.html
run review texts add workshops.realist falk2005 falk.txt
run review appraise workshops.realist arlen2019 --relevance high --rigour moderate --because 'eleven evenings, seen by two people'
run review appraise workshops.realist brisk2020 --relevance high --rigour moderate --because 'a form for nine pairs, four of them visited'
run review appraise workshops.realist cohen2021 --relevance high --rigour high --because 'six weeks there, notes checked with both clubs'
run review appraise workshops.realist dimov2018 --relevance high --rigour high --because 'two years, three times of interviews'
run review appraise workshops.realist evans2022 --relevance moderate --rigour low --because 'the notes of one organiser'
run review appraise workshops.realist falk2005 --relevance high --because 'says why contact helps'

# Passages are marked, word for word.
run review texts find workshops.realist 'good will'
mark arlen-soup 1 'Because they ate together, volunteers saw that the others meant well, and they began to finish each other'"'"'s repairs.'
mark arlen-rules 1 'With the house rules on the wall nobody had to guess what was allowed, and people were friendlier to each other for it.'
mark arlen-wall 1 'Whoever had helped to build the tool wall felt that it was theirs, and kept it in order.'
mark arlen-newcomers 1 'Newcomers had not built it and left tools lying about.'
mark brisk-talk 2 'Where they talked often, they wrote that the other club could be relied on, and more repairs were done by mixed teams.'
mark brisk-silence 2 'In the two pairs that hardly talked, mixed teams came to an end within half a year.'
mark brisk-agreement 2 'A written agreement settled who opens the door and who pays for spokes, so that members stopped suspecting each other and good will grew.'
mark cohen-round 3 'Since everybody had been heard, they trusted that the others would do their part, and work on the large cargo bicycles was done together.'
mark cohen-bench 3 'Those who had painted a bench themselves called it شغلي, “my work”. They oiled its vice without being asked.'
mark dimov-rules 4 'The written rules were read as a sign of distrust: if they had faith in us, one volunteer said, there would be no paper. Good will fell where rules were hung up'
mark dimov-queue 4 'Where good will had gone, members no longer lent a hand across the clubs'
mark evans-choice 5 'People who had chosen the tools spoke of them as their own and brought them back clean.'
mark evans-poster 5 'A poster with a smiling spanner may have helped, but we cannot tell.'
mark falk-contact 6 'When contact shows that the other side means well, people answer good will with good will and take on work for the other side without counting it.'
run review passages check workshops.realist
run review texts seek workshops.realist 'trust* OR "good will"' --see

# Codings, concepts, candidates, and what was made of them.
run review synthesise workshops.realist synthesis.yaml
run review frame workshops.realist frame.yaml
run review codebook workshops.realist --output codes.qdc
run review refinements workshops.realist
run review rameses workshops.realist

# The theory that comes out, and what it says.
run review theory workshops.realist --output theory
run theory check theory
run theory saturation theory --order publication --svg saturation.svg
run theory gaps theory
run theory clusters theory
run theory table cmocs theory --format markdown
run theory why joint-work --theory theory
run assess depot.yaml --theory theory

# A second coder reads some of the passages, and marks one in words of his own. How far do the two agree?
mark ben-soup 1 'Because they ate together, volunteers saw that the others meant well'
run review synthesise workshops.realist second.yaml --by 'Ben Roe'
run review coders workshops.realist
run review themes workshops.realist
