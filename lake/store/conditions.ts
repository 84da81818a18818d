// The part of a query that SQLite answers: conditions, all of which must hold for a document.

import type {SQLInputValue} from 'node:sqlite'

/** One requirement on a document that an index can find. */
export type Condition =
  | {readonly kind: 'type'; readonly among: readonly string[]}
  | {readonly kind: 'notType'; readonly among: readonly string[]}
  | {readonly kind: 'id'; readonly among: readonly string[]}
  | {readonly kind: 'idRange'; readonly operator: '<' | '<=' | '>' | '>='; readonly bound: string}
  /**
   * The document has the first of these prefixes under which its published id exists, and is not a
   * version that unpublishes it. With the prefixes `versions.r.`, `drafts.` and ``, of the documents
   * `a`, `drafts.a`, `b` and `versions.r.b` the condition selects `drafts.a` and `versions.r.b`. If
   * `versions.r.b` has `_system.delete`, the condition selects neither it nor `b`.
   */
  | {readonly kind: 'foremost'; readonly prefixes: readonly string[]}
  /** Ids without a dot. */
  | {readonly kind: 'rootId'}
  | {readonly kind: 'references'; readonly targets: readonly string[]}
  /** `field.current` is one of these texts. */
  | {readonly kind: 'slug'; readonly field: string; readonly among: readonly string[]}

/** Which of the stored documents a search sees, and under which ids. */
export interface View {
  /** The column that holds the ids under which documents are shown. */
  readonly idColumn: string
  /** An SQL condition on `d`, a row of `documents`: true if the document is shown. */
  readonly visible: string
  /** True if documents are shown exactly as they are stored, so that nothing has to parse them. */
  readonly verbatim: boolean
}

/** A piece of a WHERE clause with the values for its question marks. */
export interface Where {
  readonly sql: string
  readonly values: readonly SQLInputValue[]
}

/** `idColumn` is the column that holds the id as the reader's perspective shows it. */
export function where(condition: Condition, idColumn: string): Where {
  switch (condition.kind) {
    case 'type':
      return among('d.type', condition.among)
    case 'notType':
      return {
        sql: 'd.type NOT IN (SELECT value FROM json_each(?))',
        values: [JSON.stringify(condition.among)],
      }
    case 'id':
      return among(idColumn, condition.among)
    case 'foremost':
      return {
        sql: `d.id = (
          SELECT o.id FROM json_each(?) prefix CROSS JOIN documents o
          WHERE o.id = prefix.value || d.published_id ORDER BY prefix.key LIMIT 1
        ) AND NOT (d.id GLOB 'versions.*' AND EXISTS (
          SELECT 1 FROM revisions r WHERE r.n = d.revision AND r.json ->> '$._system.delete'
        ))`,
        values: [JSON.stringify(condition.prefixes)],
      }
    case 'idRange':
      return {sql: `${idColumn} ${condition.operator} ?`, values: [condition.bound]}
    case 'rootId':
      return {sql: `${idColumn} NOT GLOB '*.*'`, values: []}
    case 'references':
      return {
        sql: 'd.id IN (SELECT source FROM links WHERE target IN (SELECT value FROM json_each(?)))',
        values: [JSON.stringify(condition.targets)],
      }
    case 'slug':
      return {
        sql: `d.id IN (SELECT document FROM slugs
          WHERE field = ? AND value IN (SELECT value FROM json_each(?)))`,
        values: [condition.field, JSON.stringify(condition.among)],
      }
  }
}

// A single value is compared with `=`, which lets SQLite walk the index in the order of ids.
// A list travels as one JSON value, so that its length does not change the statement.
function among(column: string, values: readonly string[]): Where {
  const [only, ...rest] = values
  if (only !== undefined && rest.length === 0) return {sql: `${column} = ?`, values: [only]}
  return {
    sql: `${column} IN (SELECT value FROM json_each(?))`,
    values: [JSON.stringify(values)],
  }
}
