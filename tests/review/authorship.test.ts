// No reviewer approves their own words, or decides in the name of another.

import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {helpedWrite, isGenuine, type LoggedChange} from '../../review/authorship.ts'

function at(day: number): string {
  return new Date(Date.UTC(2026, 0, day)).toISOString()
}

function change(author: string, day: number, revision?: string): LoggedChange {
  return {
    author,
    at: at(day),
    revision,
  }
}

function approval(revision: string, day: number) {
  return {revision, decidedAt: at(day)}
}

describe('a reviewer helped to write a revision', () => {
  test('if they wrote it, or changed a comma in it', () => {
    expect(helpedWrite('rae', [change('rae', 1, 'a')], [])).toBe(true)
    expect(helpedWrite('rae', [change('dana', 1, 'a'), change('rae', 2, 'b')], [])).toBe(true)
  })

  test('even if another user changed it later', () => {
    const changes = [change('dana', 1, 'a'), change('rae', 2, 'b'), change('dana', 3, 'c')]
    expect(helpedWrite('rae', changes, [])).toBe(true)
  })
})

describe('a reviewer did not help to write a revision', () => {
  test('if only other users wrote it', () => {
    expect(helpedWrite('rae', [change('dana', 1, 'a')], [])).toBe(false)
  })

  test('if they only published it, or started or discarded its draft', () => {
    const changes = [
      change('dana', 1, 'a'),
      // Published: the same text under another id, and the draft is gone.
      change('rae', 2, 'a'),
      change('rae', 2),
      change('rae', 3, 'a'),
      change('rae', 4),
    ]
    expect(helpedWrite('rae', changes, [])).toBe(false)
  })

  test('if another reviewer has approved their words since', () => {
    const changes = [change('rae', 1, 'a'), change('dana', 3, 'b')]
    expect(helpedWrite('rae', changes, [approval('a', 2)])).toBe(false)
    expect(helpedWrite('rae', [...changes, change('rae', 4, 'c')], [approval('a', 2)])).toBe(true)
  })

  test('if they published an earlier approved text, and the log has no drafts', () => {
    const changes = [change('rae', 3, 'a'), change('dana', 4, 'b')]
    expect(helpedWrite('rae', changes, [approval('a', 2)])).toBe(false)
  })
})

test('every author of new text is found, wherever the log has the change', () => {
  const author = fc.constantFrom('rae', 'dana', 'lu')
  const revision = fc.option(fc.constantFrom('a', 'b', 'c', 'd'), {nil: undefined})
  fc.assert(
    fc.property(fc.array(fc.tuple(author, revision)), (log) => {
      const changes = log.map(([who, text], index) => change(who, index + 1, text))
      const first = new Map<string, string>()
      for (const [who, text] of log) if (text && !first.has(text)) first.set(text, who)
      const writers = new Set(first.values())
      for (const who of ['rae', 'dana', 'lu']) {
        expect(helpedWrite(who, changes, [])).toBe(writers.has(who))
      }
    }),
  )
})

test.each([
  ['from the reviewer', ['rae'], true],
  ['imported by an administrator', ['root'], true],
  ['imported, then changed by the reviewer', ['root', 'rae'], true],
  ['written by another user', ['dana'], false],
  ['changed by another user', ['rae', 'dana'], false],
  ['that the log does not have', [], false],
])('a decision %s is genuine or not', (_what, authors, genuine) => {
  expect(isGenuine({reviewer: 'person-rae'}, authors, new Set(['root']))).toBe(genuine)
})
