"""What a reviewer would run instead: bib-dedupe (PyPI), on records in its own form. Prints its groups, one a line."""

import contextlib
import os
import sys

import pandas

with open(os.devnull, "w", encoding="utf-8") as silence, contextlib.redirect_stdout(silence):
    from bib_dedupe.bib_dedupe import block, cluster, match, prep

    groups = cluster(match(block(prep(pandas.read_csv(sys.argv[1])))))

for group in groups:
    print(";".join(group))
