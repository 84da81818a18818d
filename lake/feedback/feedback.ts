// What readers answered about pages. It has a database of its own beside the lake's: the log keeps all for ever,
// but a comment can hold what a reader should not have written. Nothing here says who answered.

import {join} from 'node:path'
import type {DatabaseSync} from 'node:sqlite'
import {z} from 'zod'
import {daysAfter, today} from '../../review/days.ts'
import {openPrivately} from '../private-database.ts'

/** Answers are forgotten after so many days. */
export const KEPT_DAYS = 400

/** The longest comment that is taken. */
const MOST_CHARACTERS = 1000

/** So many pages and comments are read at once. */
const MOST_PAGES = 200
const MOST_COMMENTS = 5

/** A comment on any number of lines, without characters that show nothing. */
const comment = z
  .string()
  .overwrite((text) =>
    text
      .replaceAll('\r\n', '\n')
      .replaceAll(/[^\P{Cc}\n]/gu, ' ')
      .trim(),
  )
  .max(MOST_CHARACTERS)

/** The fields of a form. Others are passed over. */
export const answerForm = z.object({
  page: z.string().regex(/^\w[\w.-]{0,127}$/),
  revision: z.string().regex(/^[0-9a-f]{64}$/),
  language: z
    .string()
    .max(35)
    .regex(/^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i),
  helpful: z.enum(['yes', 'no']),
  comment: comment.default(''),
})

export type Answer = z.output<typeof answerForm>

const count = z.int()

const pageRow = z.object({
  page: z.string(),
  revision: z.string(),
  yes: count,
  no: count,
  /** The day of the newest answer, YYYY-MM-DD. */
  last: z.string(),
  comments: z.string().transform((text) => comments.parse(JSON.parse(text))),
})

const comments = z.array(
  z.object({
    day: z.string(),
    language: z.string(),
    helpful: z.enum(['yes', 'no']),
    text: z.string(),
  }),
)

/** The answers about one revision of one page, with the newest comments. */
type PageAnswers = z.output<typeof pageRow>

export interface Answers {
  /** The first day that counts, YYYY-MM-DD. */
  readonly since: string
  /** Those with the most answers "no" first. */
  readonly pages: readonly PageAnswers[]
  /** How many are not listed. */
  readonly more: number
}

const SCHEMA = `
  -- What is forgotten must not stay in the file.
  PRAGMA secure_delete = ON;

  CREATE TABLE IF NOT EXISTS answers (
    n INTEGER PRIMARY KEY AUTOINCREMENT,
    day TEXT NOT NULL, -- YYYY-MM-DD, UTC. No time, so that no other record tells who it was.
    page TEXT NOT NULL,
    revision TEXT NOT NULL,
    language TEXT NOT NULL,
    helpful TEXT NOT NULL CHECK (helpful IN ('yes', 'no')),
    comment TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS answers_by_day ON answers (day);

  -- A second line, behind code that never does any of this.
  CREATE TRIGGER IF NOT EXISTS answers_stay_as_they_are BEFORE UPDATE ON answers
    BEGIN SELECT RAISE(ABORT, 'Answers are append-only'); END;
  CREATE TRIGGER IF NOT EXISTS answers_stay BEFORE DELETE ON answers
    WHEN OLD.day >= date('now', '-${KEPT_DAYS} days')
    BEGIN SELECT RAISE(ABORT, 'Answers are append-only'); END;
`

const BY_PAGE = `
  SELECT page, revision, sum(helpful = 'yes') AS yes, sum(helpful = 'no') AS no, max(day) AS last,
    count(*) OVER () AS pages
  FROM answers WHERE day >= :since GROUP BY page, revision
  ORDER BY no DESC, yes DESC, page, revision LIMIT ${MOST_PAGES}
`

const NEWEST_COMMENTS = `
  SELECT json_group_array(
    json_object('day', day, 'language', language, 'helpful', helpful, 'text', comment) ORDER BY n DESC
  ) AS comments
  FROM (
    SELECT * FROM answers
    WHERE page = :page AND revision = :revision AND day >= :since AND comment <> ''
    ORDER BY n DESC LIMIT ${MOST_COMMENTS}
  )
`

/** Where the answers about the pages of a lake are kept. */
export function feedbackFile(dir: string): string {
  return join(dir, 'feedback.db')
}

/** The answers of one lake. Several processes may have them open at once. */
export class Feedback implements Disposable {
  readonly #db: DatabaseSync

  /**
   * Opens the answers. A missing file is created, readable by its owner only.
   *
   * @param file a path, or ':memory:'
   */
  constructor(file: string) {
    this.#db = openPrivately(file, SCHEMA)
  }

  [Symbol.dispose](): void {
    if (this.#db.isOpen) this.#db.close()
  }

  /** Keeps an answer, and forgets those that are too old. */
  add({page, revision, language, helpful, comment: text}: Answer): void {
    this.#forget()
    this.#db
      .prepare(
        'INSERT INTO answers (day, page, revision, language, helpful, comment) VALUES (?, ?, ?, ?, ?, ?)',
      )
      .run(today(), page, revision, language, helpful, text)
  }

  /** The answers of the last days, by page and revision. */
  ofLast(days: number): Answers {
    this.#forget()
    const since = daysAfter(today(), -days)
    const rows = this.#db.prepare(BY_PAGE).all({since})
    const newest = this.#db.prepare(NEWEST_COMMENTS)
    const pages = rows.map((row) => {
      const {page = null, revision = null} = row
      return pageRow.parse({...row, ...newest.get({page, revision, since})})
    })
    return {since, pages, more: count.parse(rows[0]?.pages ?? 0) - pages.length}
  }

  #forget(): void {
    this.#db.prepare('DELETE FROM answers WHERE day < ?').run(daysAfter(today(), -KEPT_DAYS))
  }
}
