internal import GRDB

/// The shape of the file, one numbered step after another. A step that has been released is never changed: a new one is
/// added.
extension Review {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("001 acts, records and screening") { database in
      try database.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = 1;")
      try database.execute(sql: truth)
      try database.execute(sql: projections)
    }
    migrator.registerMigration("002 texts") { database in
      try database.execute(sql: "PRAGMA user_version = 2;")
      try database.execute(sql: texts)
    }
    return migrator
  }

  /// What is only ever added to: the acts, and the records as they were read.
  private static let truth = """
    CREATE TABLE act (
      number INTEGER PRIMARY KEY,
      at TEXT NOT NULL,
      by TEXT NOT NULL,
      kind TEXT NOT NULL,
      content TEXT NOT NULL
    ) STRICT;
    CREATE INDEX act_by_kind ON act (kind, number);
    CREATE TRIGGER act_follows BEFORE INSERT ON act
      WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM act)
      BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END;
    CREATE TRIGGER act_is_not_changed BEFORE UPDATE ON act
      BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END;
    CREATE TRIGGER act_is_not_deleted BEFORE DELETE ON act
      BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END;
    CREATE TABLE record (
      id INTEGER PRIMARY KEY,
      import INTEGER NOT NULL REFERENCES act (number) DEFERRABLE INITIALLY DEFERRED,
      position INTEGER NOT NULL,
      line INTEGER NOT NULL,
      citation TEXT NOT NULL,
      title TEXT NOT NULL,
      content TEXT NOT NULL
    ) STRICT;
    CREATE INDEX record_by_import ON record (import);
    CREATE TRIGGER record_is_not_changed BEFORE UPDATE ON record
      BEGIN SELECT RAISE(ABORT, 'records stay as they were read'); END;
    CREATE TRIGGER record_is_not_deleted BEFORE DELETE ON record
      BEGIN SELECT RAISE(ABORT, 'records stay as they were read'); END;
    CREATE VIRTUAL TABLE record_text USING fts5 (
      title, abstract, authors, journal, keywords,
      content = '', tokenize = 'porter unicode61 remove_diacritics 2'
    );
    """

  /// What follows from the acts, and is made anew from them at any time.
  private static let projections = """
    CREATE TABLE undone (
      act INTEGER PRIMARY KEY REFERENCES act (number),
      by_act INTEGER NOT NULL REFERENCES act (number)
    ) STRICT;
    CREATE TABLE imported (
      act INTEGER PRIMARY KEY REFERENCES act (number),
      first INTEGER NOT NULL,
      count INTEGER NOT NULL,
      wave TEXT NOT NULL,
      source TEXT NOT NULL,
      search INTEGER,
      entering TEXT NOT NULL,
      checksum TEXT NOT NULL
    ) STRICT;
    CREATE TABLE duplicate (
      record INTEGER PRIMARY KEY REFERENCES record (id),
      work INTEGER NOT NULL REFERENCES record (id)
    ) STRICT;
    CREATE INDEX duplicate_by_work ON duplicate (work);
    CREATE TABLE sampled (
      stage TEXT NOT NULL,
      record INTEGER NOT NULL REFERENCES record (id),
      act INTEGER NOT NULL REFERENCES act (number),
      PRIMARY KEY (stage, record, act)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE decision (
      record INTEGER NOT NULL REFERENCES record (id),
      stage TEXT NOT NULL,
      reviewer TEXT NOT NULL,
      verdict TEXT NOT NULL,
      code TEXT,
      reason TEXT,
      note TEXT,
      act INTEGER NOT NULL UNIQUE REFERENCES act (number),
      PRIMARY KEY (record, stage, reviewer)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE resolution (
      record INTEGER NOT NULL REFERENCES record (id),
      stage TEXT NOT NULL,
      reviewer TEXT NOT NULL,
      verdict TEXT NOT NULL,
      code TEXT,
      reason TEXT,
      because TEXT NOT NULL,
      act INTEGER NOT NULL UNIQUE REFERENCES act (number),
      PRIMARY KEY (record, stage)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE note (
      act INTEGER PRIMARY KEY REFERENCES act (number),
      record INTEGER NOT NULL REFERENCES record (id),
      reviewer TEXT NOT NULL,
      text TEXT NOT NULL
    ) STRICT;
    CREATE INDEX note_by_record ON note (record);
    """

  /// The words of texts, in parts, which are only ever added to, too.
  private static let texts = """
    CREATE TABLE text_part (
      id INTEGER PRIMARY KEY,
      text INTEGER NOT NULL,
      act INTEGER NOT NULL REFERENCES act (number) DEFERRABLE INITIALLY DEFERRED,
      start INTEGER NOT NULL,
      content TEXT NOT NULL,
      UNIQUE (text, start)
    ) STRICT;
    CREATE TRIGGER text_is_not_changed BEFORE UPDATE ON text_part
      BEGIN SELECT RAISE(ABORT, 'texts stay as they were taken'); END;
    CREATE TRIGGER text_is_not_deleted BEFORE DELETE ON text_part
      BEGIN SELECT RAISE(ABORT, 'texts stay as they were taken'); END;
    CREATE VIRTUAL TABLE text_words USING fts5(
      content, content = 'text_part', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2'
    );
    """
}
