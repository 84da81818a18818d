// The tables of a lake, and how to upgrade the tables of older lakes.

import type {DatabaseSync} from 'node:sqlite'
import {LakeProblem} from '../problem.ts'
import {integer} from './sql.ts'

/** The version of the tables that this software reads and writes. */
export const SCHEMA_VERSION = 5

const FIRST_VERSION = `
  -- The log. Append-only.
  CREATE TABLE transactions (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    author TEXT NOT NULL,
    time TEXT NOT NULL,
    -- NULL for an import, whose mutations are one createOrReplace for each revision it made.
    mutations TEXT
  ) STRICT;

  -- Every state that a document ever had, whole: any of them is read back without replaying
  -- others. The current state lives here too, so that no document is stored twice.
  CREATE TABLE revisions (
    n INTEGER PRIMARY KEY,
    document TEXT NOT NULL,
    seq INTEGER NOT NULL REFERENCES transactions (seq),
    rev TEXT NOT NULL,
    -- NULL when the transaction deleted the document.
    json TEXT,
    UNIQUE (document, seq)
  ) STRICT;
  CREATE INDEX revisions_by_rev ON revisions (document, rev);
  CREATE INDEX revisions_by_transaction ON revisions (seq);

  -- The documents that exist now, and which of their revisions is current.
  CREATE TABLE documents (
    id TEXT PRIMARY KEY,
    published_id TEXT NOT NULL, -- publishedId(id)
    type TEXT NOT NULL,
    revision INTEGER NOT NULL REFERENCES revisions (n)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX documents_by_type ON documents (type, id);
  CREATE INDEX documents_by_published_id ON documents (published_id);

  -- Who refers to whom, in the current state.
  CREATE TABLE links (
    target TEXT NOT NULL,
    source TEXT NOT NULL,
    strong INTEGER NOT NULL,
    PRIMARY KEY (target, source)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX links_by_source ON links (source);
`

const SECOND_VERSION = `
  -- The hash of the entry, which covers the one before it (chain.ts). NULL while it is open.
  ALTER TABLE transactions ADD COLUMN hash TEXT;

  -- The slugs of documents, in the current state: top-level objects with a text as their 'current'.
  CREATE TABLE slugs (
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (field, value, document)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX slugs_by_document ON slugs (document);

  -- A second line, behind code that never does any of this.
  CREATE TRIGGER transactions_stay BEFORE DELETE ON transactions
    BEGIN SELECT RAISE(ABORT, 'The log is append-only'); END;
  CREATE TRIGGER revisions_stay BEFORE DELETE ON revisions
    BEGIN SELECT RAISE(ABORT, 'The log is append-only'); END;
  CREATE TRIGGER closed_transactions_stay_as_they_are BEFORE UPDATE ON transactions
    WHEN OLD.hash IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'The log is append-only'); END;
  CREATE TRIGGER closed_revisions_stay_as_they_are BEFORE UPDATE ON revisions
    WHEN (SELECT hash FROM transactions WHERE seq = OLD.seq) IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'The log is append-only'); END;
  CREATE TRIGGER closed_transactions_take_no_revisions BEFORE INSERT ON revisions
    WHEN (SELECT hash FROM transactions WHERE seq = NEW.seq) IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'The log is append-only'); END;
  -- REPLACE removes rows without asking the triggers on deletion.
  CREATE TRIGGER transactions_are_not_replaced BEFORE INSERT ON transactions
    WHEN EXISTS (SELECT 1 FROM transactions WHERE seq = NEW.seq OR id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'The log is append-only'); END;
  CREATE TRIGGER closed_revisions_are_not_replaced BEFORE INSERT ON revisions
    WHEN EXISTS (
      SELECT 1 FROM revisions r JOIN transactions t ON t.seq = r.seq
      WHERE r.n = NEW.n AND t.hash IS NOT NULL
    )
    BEGIN SELECT RAISE(ABORT, 'The log is append-only'); END;
`

const FOURTH_VERSION = `
  -- The audit trail: the digest of each revision's content, so that nothing has to compute it again.
  CREATE TABLE trail (
    revision INTEGER PRIMARY KEY REFERENCES revisions (n),
    published_id TEXT NOT NULL, -- publishedId(document)
    digest TEXT -- contentDigest(json). NULL when the transaction deleted the document.
  ) STRICT;
  CREATE INDEX trail_by_published_id ON trail (published_id);
`

/**
 * Brings a database's tables up to date, inside a transaction. Version 2 added the chain and the
 * slugs. Version 3 has the tables of version 2, but the right `published_id` for imported versions.
 * Version 4 added the audit trail. Version 5 has the tables of version 4, but digests without what Sanity adds
 * to fields.
 *
 * @returns the version that the tables had: the caller fills in what was added since then
 * @throws LakeProblem if it was written by a newer version of the lake
 */
export function updateSchema(db: DatabaseSync): number {
  const version = schemaVersion(db)
  if (version > SCHEMA_VERSION) {
    throw new LakeProblem(
      `The lake was written by a newer version of this software (${version}).`,
      'Update this software, then try again.',
    )
  }
  if (version < 1) db.exec(FIRST_VERSION)
  if (version < 2) db.exec(SECOND_VERSION)
  if (version < 4) db.exec(FOURTH_VERSION)
  if (version < SCHEMA_VERSION) db.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`)
  return version
}

/** The version of a database's tables; 0 for an empty one. */
export function schemaVersion(db: DatabaseSync): number {
  return integer(db.prepare('PRAGMA user_version').get()?.user_version)
}
