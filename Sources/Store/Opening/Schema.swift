import GRDB

/// The tables of the history, by the migrations that made them.
enum Schema {
  /// `application_id`: "yueb".
  static let applicationID: Int64 = 0x7975_6562

  /// How many bytes of a new file are read and written at a time: four times SQLite's own, as runs add and read whole
  /// months.
  static let pageSize = 16384

  /// All migrations, oldest first. One that has been released is never changed: a change is another one.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 history", foreignKeyChecks: .immediate) { db in
      try db.execute(sql: arrivals)
      try db.execute(sql: readings)
      try db.execute(sql: publications)
    }
    migrator.registerMigration("2 ledgers", foreignKeyChecks: .immediate) { db in
      try db.execute(sql: ledgers)
    }
    return migrator
  }

  // Comments within the statements are kept in the file: `.schema` shows them.
  private static let arrivals = """
    CREATE TABLE content (      -- every distinct content once: received files, configuration documents
      sha256 TEXT NOT NULL PRIMARY KEY,  -- 64 lower-case hexadecimal digits
      size INTEGER NOT NULL,             -- bytes
      bytes BLOB NOT NULL
    ) STRICT;
    CREATE TABLE entry (        -- one addition to the history; "as of entry n" is what entries 1 to n added
      id INTEGER PRIMARY KEY,
      recorded TEXT NOT NULL,            -- YYYY-MM-DD HH:MM on the campaign's clock
      minutes INTEGER NOT NULL,          -- the same, in minutes since 1970-01-01 00:00
      version TEXT NOT NULL              -- the version of the program
    ) STRICT;
    CREATE TABLE document (     -- configuration files; as of an entry the latest row of a name at or before it
      name TEXT NOT NULL,                -- such as campaign.yaml, forms/monthly.yaml, registry.csv
      entry INTEGER NOT NULL REFERENCES entry (id),
      sha256 TEXT REFERENCES content (sha256),  -- NULL: the file was removed
      PRIMARY KEY (name, entry)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE submission (   -- a received file; the same bytes of a sender in a month are one
      id INTEGER PRIMARY KEY,
      entry INTEGER NOT NULL REFERENCES entry (id),
      month TEXT NOT NULL,               -- 2016-06: the month in whose inbox it lay
      path TEXT NOT NULL,                -- where in that inbox it was first found
      sha256 TEXT NOT NULL REFERENCES content (sha256),
      sender TEXT                        -- the code of the sending unit when it was recorded; NULL: unknown
    ) STRICT;
    CREATE INDEX submission_month ON submission (month);
    CREATE TABLE receipt (      -- who sent a file and when it came, as known; the latest at or before an entry counts
      submission INTEGER NOT NULL REFERENCES submission (id),
      entry INTEGER NOT NULL REFERENCES entry (id),
      sender TEXT,                       -- the code of the unit; NULL: unknown
      received TEXT NOT NULL,            -- YYYY-MM-DD HH:MM on the campaign's clock
      minutes INTEGER NOT NULL,          -- the same, in minutes since 1970-01-01 00:00
      PRIMARY KEY (submission, entry)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE path (         -- which file stood under a path of the inbox; the latest at or before an entry counts
      month TEXT NOT NULL,               -- 2016-06: the month of the inbox
      path TEXT NOT NULL,
      entry INTEGER NOT NULL REFERENCES entry (id),
      submission INTEGER NOT NULL REFERENCES submission (id),
      PRIMARY KEY (month, path, entry)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE withdrawal (   -- files that do not count; the latest row at or before an entry counts
      submission INTEGER NOT NULL REFERENCES submission (id),
      entry INTEGER NOT NULL REFERENCES entry (id),
      reason TEXT NOT NULL,
      withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),  -- 0: counts again
      PRIMARY KEY (submission, entry)
    ) STRICT, WITHOUT ROWID;
    """

  private static let ledgers = """
    CREATE TABLE ledger_file (  -- files that hold rows of a ledger, as a reading of their month found them
      month TEXT NOT NULL,
      entry INTEGER NOT NULL REFERENCES entry (id),
      submission INTEGER NOT NULL REFERENCES submission (id),
      ledger TEXT NOT NULL,              -- the ledger's id
      PRIMARY KEY (month, entry, submission, ledger)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE masked (       -- which content is kept of a file whose personal cells were masked
      original TEXT NOT NULL PRIMARY KEY,  -- the SHA-256 of the file as it came; its bytes are not in this database
      sha256 TEXT NOT NULL REFERENCES content (sha256),
      entry INTEGER NOT NULL REFERENCES entry (id)
    ) STRICT, WITHOUT ROWID;
    """

  private static let readings = """
    CREATE TABLE reading (      -- the returns of a month were read anew
      month TEXT NOT NULL,
      entry INTEGER NOT NULL REFERENCES entry (id),
      "key" TEXT NOT NULL,               -- from what, in the program's own words
      PRIMARY KEY (month, entry)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE form (         -- the forms, each with the table that holds its returns
      id TEXT NOT NULL PRIMARY KEY,
      table_name TEXT NOT NULL UNIQUE    -- return_ and the id
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE item (         -- what a column of a form's table holds in a month, from an entry on
      form TEXT NOT NULL REFERENCES form (id),
      item TEXT NOT NULL,                -- the item's id
      month TEXT NOT NULL,
      entry INTEGER NOT NULL REFERENCES entry (id),
      column_name TEXT NOT NULL,         -- the id; with a number behind it where the name was taken
      type TEXT NOT NULL,                -- flag, count, amount, choice, date, text
      decimals INTEGER,                  -- of a count or amount: 2 where 250 means 2.50; else NULL
      label TEXT NOT NULL,               -- the heading on the form
      PRIMARY KEY (form, item, month, entry)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE finding (      -- what is to be mended or explained; there from entry until before gone_entry
      id INTEGER PRIMARY KEY,
      month TEXT NOT NULL,
      entry INTEGER NOT NULL REFERENCES entry (id),
      gone_entry INTEGER REFERENCES entry (id),  -- NULL: still there
      code TEXT NOT NULL,                -- such as unit-unknown: docs/findings.md
      severity TEXT NOT NULL,            -- reject, query, note
      file TEXT NOT NULL,                -- path in the month's inbox; empty where no file is meant
      sheet TEXT NOT NULL,
      "row" INTEGER NOT NULL,            -- 1 for the first; 0 where none is meant
      "column" INTEGER NOT NULL,         -- 1 for A; 0 where none is meant
      unit TEXT,
      item TEXT NOT NULL,                -- the item's heading; empty where no item is meant
      value TEXT NOT NULL,               -- what stands there, shortened and masked
      message TEXT NOT NULL
    ) STRICT;
    CREATE INDEX finding_month ON finding (month, entry);
    """

  private static let publications = """
    CREATE TABLE publication (  -- a month that was published
      id INTEGER PRIMARY KEY,
      entry INTEGER NOT NULL REFERENCES entry (id),
      month TEXT NOT NULL,
      number INTEGER NOT NULL,           -- 1, then 2 for the first revised edition and so on
      UNIQUE (month, number)
    ) STRICT;
    CREATE TABLE output (       -- the files of a publication
      publication INTEGER NOT NULL REFERENCES publication (id),
      name TEXT NOT NULL,                -- path in the month's folder
      size INTEGER NOT NULL,             -- bytes
      sha256 TEXT NOT NULL,
      PRIMARY KEY (publication, name)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE figure (       -- the figures of a publication
      publication INTEGER NOT NULL REFERENCES publication (id),
      unit TEXT NOT NULL,                -- the unit's code
      indicator TEXT NOT NULL,           -- the indicator's id
      level TEXT NOT NULL,               -- the counted level's id; empty for sums over several levels
      part TEXT NOT NULL,                -- of a composition the part's item; else empty
      numerator INTEGER NOT NULL,        -- in the smallest unit: see numerator_decimals
      numerator_decimals INTEGER NOT NULL,    -- 2 where 250 means 2.50
      denominator INTEGER,               -- NULL for totals and counts
      denominator_decimals INTEGER NOT NULL,
      received INTEGER NOT NULL,         -- units that have answered
      expected INTEGER NOT NULL,         -- units that are to answer
      lower INTEGER,                     -- the numerator if none of the missing units said yes, and
      upper INTEGER,                     -- if all of them did
      status TEXT NOT NULL,              -- A, P, O, M, U as SDMX CL_OBS_STATUS
      PRIMARY KEY (publication, unit, indicator, level, part)
    ) STRICT, WITHOUT ROWID;
    """
}
