// Reads the files of a search index in the browser. They are files of the same site, so a fault in one is a fault of
// the site. Zod would make the script of the page several times as large.

import type {IndexedWord, ResultCard, SearchIndex} from './index-files.ts'

/** @throws Error if it is not the first file of an index. */
export function readIndex(content: unknown): SearchIndex {
  if (
    isRecord(content) &&
    typeof content.pages === 'number' &&
    isList(content.words, isTextPair) &&
    isRecord(content.spellings) &&
    hasTexts(content.spellings) &&
    isList(content.cards, isText)
  ) {
    const {pages, words, spellings, cards} = content
    return {pages, words, spellings, cards}
  }
  throw unreadable()
}

/** @throws Error if they are not words of an index. */
export function readWords(content: unknown): readonly IndexedWord[] {
  if (isList(content, isIndexedWord)) return content
  throw unreadable()
}

/** @throws Error if they are not words. */
export function readSpellings(content: unknown): readonly string[] {
  if (isList(content, isText)) return content
  throw unreadable()
}

/** @throws Error if they are not cards. */
export function readCards(content: unknown): readonly ResultCard[] {
  if (isList(content, isCard)) return content
  throw unreadable()
}

function unreadable(): Error {
  return new Error('A file of the search index cannot be read')
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function hasTexts(
  record: Readonly<Record<string, unknown>>,
): record is Readonly<Record<string, string>> {
  return Object.values(record).every(isText)
}

function isList<T>(value: unknown, isItem: (item: unknown) => item is T): value is readonly T[] {
  return Array.isArray(value) && value.every(isItem)
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isNumbers(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'number')
}

function isTextPair(value: unknown): value is readonly [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every(isText)
}

function isIndexedWord(value: unknown): value is IndexedWord {
  return Array.isArray(value) && isText(value[0]) && value.slice(1).every(isNumbers)
}

function isCard(value: unknown): value is ResultCard {
  return (
    isRecord(value) &&
    [value.title, value.summary, value.kind, value.address, value.language].every(isText)
  )
}
