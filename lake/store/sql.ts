// Narrows values from SQLite to the types that the schema declares.

import type {SQLOutputValue} from 'node:sqlite'

export function text(value: SQLOutputValue | undefined): string {
  if (typeof value !== 'string') throw new TypeError('Expected text from SQLite')
  return value
}

export function optionalText(value: SQLOutputValue | undefined): string | undefined {
  return value === null || value === undefined ? undefined : text(value)
}

export function integer(value: SQLOutputValue | undefined): number {
  if (typeof value !== 'number') throw new TypeError('Expected a number from SQLite')
  return value
}

export function optionalInteger(value: SQLOutputValue | undefined): number | undefined {
  return value === null || value === undefined ? undefined : integer(value)
}

export function optionalBytes(value: SQLOutputValue | undefined): Uint8Array | undefined {
  if (value === null || value === undefined) return undefined
  if (!(value instanceof Uint8Array)) throw new TypeError('Expected bytes from SQLite')
  return value
}
