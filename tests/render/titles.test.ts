// Every page is in the list of all titles, under its first letter, also without a script.

import {describe, expect, test} from 'vitest'
import {initialsOf, NUMBERS, OTHERS} from '../../render/channels/web/titles/initials.ts'
import {titlesPages} from '../../render/channels/web/titles/titles-pages.ts'
import {readText} from '../support/exported.ts'
import {decode} from '../support/html.ts'
import {hostileTexts} from '../support/kitchen-sink.ts'
import {therapy, withApproved} from '../support/library.ts'
import {exportDocuments, freshOut} from '../support/release.ts'
import {titledLibrary} from '../support/titled.ts'

const edition = {folder: '', language: 'en-US'} as const

function linksIn(html: string): string[] {
  return [...html.matchAll(/<a href="(?!#|[a-z-]+\.html")[^"]*">(.*?)<\/a>/gs)].map(
    ([, words = '']) => decode(words),
  )
}

/** The pages of all titles by their addresses. */
function pagesOf(titles: readonly string[]): ReadonlyMap<string, string> {
  const files = titlesPages(edition, titledLibrary(titles.map((title) => ({title}))))
  return new Map(files.map(({path, content}) => [path, String(content)]))
}

test('the list has pages, questions, and other names of treatments', async () => {
  const {dir} = await exportDocuments(
    withApproved({...therapy, aliases: ['Zuckerwasser']}),
    freshOut(),
  )
  const list = readText(dir, 'web/a-z.html')
  expect(linksIn(list).filter((words) => /^[A-Z]/.test(words))).toEqual(
    expect.arrayContaining(['Dextrose prolotherapy', 'Does it hurt?', 'What is prolotherapy?']),
  )
  expect(list).toMatch(
    /Zuckerwasser\s+<span class="hint">see\s+<a href="therapies\/dextrose.html">/,
  )
})

test('the titles of a large library are on pages of less than 60 kB, and each is there once', () => {
  const titles = Array.from({length: 10_000}, (_, index) => {
    const letter = String.fromCharCode(65 + (index % 7))
    return `${letter} title of usual length about the care of pain (${index})`
  })
  const pages = pagesOf(titles)
  expect(pages.size).toBeGreaterThan(40)
  for (const [path, html] of pages) expect(Buffer.byteLength(html), path).toBeLessThan(60_000)
  const listed = [...pages.values()].flatMap(linksIn).filter((words) => words.includes('('))
  expect(listed.toSorted()).toEqual(titles.toSorted())
  const reached = [...(pages.get('a-z.html') ?? '').matchAll(/href="(a-z-.*?\.html)"/g)]
  expect(reached.map(([, path]) => path)).toEqual([...'abcdefg'].map((each) => `a-z-${each}.html`))
})

test('titles of any characters are plain text', () => {
  const titles = [...hostileTexts, '<script>alert(1)</script>', 'x'.repeat(10_000)]
  const list = pagesOf(titles).get('a-z.html') ?? ''
  for (const title of titles) expect(decode(list)).toContain(title)
  expect(list).not.toMatch(/<script|<img/)
})

describe('a title stands', () => {
  test.each([
    ['under its letter', 'en', 'neck pain', 'N'],
    ['under its letter without an accent', 'es', 'Úlcera', 'U'],
    ['in Spanish, with ñ apart', 'es', 'ñandú', 'Ñ'],
    ['in English, with ñ under n', 'en', 'ñandú', 'N'],
    ['without the signs before its letter', 'es', '¿Duele?', 'D'],
    ['with all numbers', 'en', '10 questions', NUMBERS],
    ['under a letter of another script', 'ar', 'ألم', 'ا'],
    ['with all scripts that have too many letters', 'ja', '日本語', OTHERS],
    ['with all others if it has no letter', 'en', '…', OTHERS],
  ])('%s', (_, language, title, initial) => {
    expect(initialsOf(language)(title)).toBe(initial)
  })
})
