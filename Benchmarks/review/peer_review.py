"""What an analyst would write in Python for the same: rispy into SQLite with a full-text index.

    peer_review.py import FILE.ris DATABASE
    peer_review.py use DATABASE WORDS…        milliseconds of searches and of decisions, as JSON

It keeps records, a search index and decisions. It has no log, loses what rispy doesn't know, and checks nothing.
"""
import json
import sqlite3
import sys
import time


def bring_in(file, database):
    import rispy
    connection = sqlite3.connect(database)
    connection.executescript("""
        PRAGMA journal_mode = WAL;
        CREATE TABLE record (id INTEGER PRIMARY KEY, title TEXT, content TEXT);
        CREATE TABLE decision (record INTEGER, reviewer TEXT, verdict TEXT, at TEXT DEFAULT CURRENT_TIMESTAMP,
          PRIMARY KEY (record, reviewer));
        CREATE VIRTUAL TABLE record_text USING fts5 (title, abstract, authors, journal, keywords,
          content = '', tokenize = 'porter unicode61 remove_diacritics 2');
    """)
    with connection, open(file, encoding="utf-8") as export:
        for number, record in enumerate(rispy.load(export), 1):
            title = record.get("title", "")
            connection.execute("INSERT INTO record VALUES (?, ?, ?)", (number, title, json.dumps(record, ensure_ascii=False)))
            connection.execute(
                "INSERT INTO record_text (rowid, title, abstract, authors, journal, keywords) VALUES (?, ?, ?, ?, ?, ?)",
                (number, title, record.get("abstract", ""), "; ".join(record.get("authors", [])),
                 record.get("secondary_title", ""), "; ".join(record.get("keywords", []))))
    connection.close()


def use(database, searches):
    connection = sqlite3.connect(database, isolation_level=None)
    connection.execute("PRAGMA synchronous = FULL")
    figures = {}
    for words in searches:
        for _ in range(20):
            start = time.perf_counter()
            connection.execute("SELECT count(*) FROM record_text WHERE record_text MATCH ?", (words,)).fetchone()
            best = connection.execute(
                "SELECT rowid FROM record_text WHERE record_text MATCH ? ORDER BY rank LIMIT 20", (words,)).fetchall()
            for number, in best:
                connection.execute("SELECT title FROM record WHERE id = ?", (number,)).fetchone()
            figures.setdefault(f"find {words}", []).append(1000 * (time.perf_counter() - start))
    for number in range(1, 301):
        start = time.perf_counter()
        connection.execute("INSERT INTO decision (record, reviewer, verdict) VALUES (?, 'Ann', 'exclude')", (number,))
        figures.setdefault("decide", []).append(1000 * (time.perf_counter() - start))
    print(json.dumps(figures))


if sys.argv[1] == "import":
    bring_in(sys.argv[2], sys.argv[3])
else:
    use(sys.argv[2], sys.argv[3:])
