// A decision counts by its place in the log. Each test is a road around the reviewer that must stay closed.

import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {DecisionKind} from '../../review/decision.ts'
import {ruleOn, type FiledDecision, type TrailEntry} from '../../review/trail.ts'

const MORNING = Date.UTC(2026, 0, 1)

/** A log that is written step by step, as users of a lake would. */
class Log {
  readonly trail: TrailEntry[] = []
  readonly decisions: FiledDecision[] = []
  #place = 0

  /** A user writes a text under an id of the document; undefined deletes. */
  write(author: string, id: string, revision: string | undefined): this {
    this.trail.push(this.#entry(author, id, revision))
    return this
  }

  /** A user files a decision of a reviewer, who may state any time. */
  decide(
    reviewer: string,
    decision: DecisionKind,
    revision: string,
    {
      author = reviewer,
      stated = 0,
      before = [],
    }: {
      author?: string
      stated?: number
      before?: readonly TrailEntry[]
    } = {},
  ): this {
    const id = `review-${this.decisions.length}`
    const decidedAt = new Date(MORNING + this.#place * 60_000 + stated).toISOString()
    this.decisions.push({
      decision: {
        id,
        subject: 'a',
        revision,
        decision,
        kind: 'clinical',
        reviewer: `person-${reviewer}`,
        decidedAt,
      },
      filed: [...before, this.#entry(author, id, `of-${id}`)],
    })
    return this
  }

  #entry(author: string, id: string, revision: string | undefined): TrailEntry {
    this.#place += 1
    const at = new Date(MORNING + this.#place * 60_000).toISOString()
    return {place: this.#place, author, at, id, revision}
  }

  /** The plan asks for clinical words of so many people. */
  rulings(people = 1) {
    const {trail, decisions} = this
    return ruleOn(
      {trail, decisions, administrators: new Set(['root'])},
      {type: 'article', plan: [{kind: 'clinical', people}], signers: this.#signers()},
    )
  }

  /** Each reviewer has the role. */
  #signers() {
    const signer = {roles: ['reviewer'], fields: [], registration: undefined}
    return new Map(this.decisions.map(({decision}) => [decision.reviewer, signer]))
  }

  objections(people = 1) {
    return this.rulings(people).map(({objection}) => objection)
  }
}

const DRAFT = 'drafts.a'

describe('an approval counts', () => {
  test('of text that others wrote', () => {
    const log = new Log().write('dana', DRAFT, 'one').decide('rae', 'approved', 'one')
    expect(log.objections()).toEqual([undefined])
  })

  test('of text that its reviewer published, or discarded and restored', () => {
    const log = new Log()
      .write('dana', DRAFT, 'one')
      .write('rae', 'a', 'one')
      .write('rae', DRAFT, undefined)
      .write('rae', DRAFT, 'one')
      .decide('rae', 'approved', 'one')
    expect(log.objections()).toEqual([undefined])
  })

  test('of text that follows what its reviewer wrote and another approved', () => {
    const log = new Log()
      .write('rae', DRAFT, 'one')
      .decide('sam', 'approved', 'one')
      .write('dana', DRAFT, 'two')
      .decide('rae', 'approved', 'two')
    expect(log.objections()).toEqual([undefined, undefined])
  })

  test('that an administrator imported, with its text or before it', () => {
    const log = new Log()
      .decide('rae', 'approved', 'one', {author: 'root'})
      .write('root', 'a', 'one')
    expect(log.objections()).toEqual([undefined])
  })
})

describe('an approval does not count', () => {
  test('of a text that the document gets later', () => {
    const log = new Log()
      .write('dana', DRAFT, 'one')
      .decide('rae', 'approved', 'two')
      .write('rae', DRAFT, 'two')
    expect(log.objections()).toEqual(['unknownText'])
  })

  test('of any text, however it is dated', () => {
    for (const stated of [-1e9, 280_000, 1e9]) {
      const log = new Log()
        .write('dana', DRAFT, 'one')
        .decide('rae', 'approved', '000', {stated})
        .write('rae', DRAFT, 'two')
        .decide('rae', 'approved', 'two', {stated})
      expect(log.objections()).toContain('ownWords')
      expect(log.objections()).toContain('unknownText')
    }
  })

  test('of own text after the published text was approved again', () => {
    const log = new Log()
      .write('dana', 'a', 'one')
      .decide('sam', 'approved', 'one')
      .write('rae', DRAFT, 'two')
      .decide('sam', 'approved', 'one')
      .decide('rae', 'approved', 'two')
    expect(log.objections()).toEqual([undefined, undefined, 'ownWords'])
  })

  test('of own text in a version that another user publishes', () => {
    const log = new Log()
      .write('dana', 'a', 'one')
      .decide('sam', 'approved', 'one')
      .write('rae', 'versions.r.a', 'two')
      .write('dana', 'a', 'two')
      .decide('rae', 'approved', 'two')
    expect(log.objections()).toEqual([undefined, 'ownWords'])
  })

  test('of own text in a draft beside another one that was approved meanwhile', () => {
    const log = new Log()
      .write('dana', 'a', 'one')
      .decide('sam', 'approved', 'one')
      .write('rae', DRAFT, 'own')
      .write('dana', 'versions.r.a', 'two')
      .decide('sam', 'approved', 'two')
      .write('dana', DRAFT, 'own, with a comma')
      .decide('rae', 'approved', 'own, with a comma')
    expect(log.objections()).toEqual([undefined, undefined, 'ownWords'])
  })

  test('of own text in a version that another user put into the draft', () => {
    const log = new Log()
      .write('dana', DRAFT, 'one')
      .write('rae', 'versions.r.a', 'one two')
      .write('dana', DRAFT, 'one, two')
      .decide('rae', 'approved', 'one, two')
    expect(log.objections()).toEqual(['ownWords'])
  })

  test('of own text from before a retraction, even if it was approved then', () => {
    const log = new Log()
      .write('rae', DRAFT, 'one')
      .decide('sam', 'approved', 'one')
      .decide('sam', 'retracted', 'one')
      .write('dana', DRAFT, 'two')
      .decide('rae', 'approved', 'two')
    expect(log.objections()).toEqual([undefined, undefined, 'ownWords'])
  })

  test('of own text that only one of two people approved', () => {
    const log = new Log()
      .write('rae', DRAFT, 'one')
      .decide('sam', 'approved', 'one')
      .write('dana', DRAFT, 'one two')
      .decide('rae', 'approved', 'one two')
    expect(log.objections(1)).toEqual([undefined, undefined])
    expect(log.objections(2)).toEqual([undefined, 'ownWords'])
    log.decide('lu', 'approved', 'one').decide('rae', 'approved', 'one two')
    expect(log.objections(2)).toEqual([undefined, 'ownWords', undefined, undefined])
  })

  test('that another user filed in the name of the reviewer', () => {
    const log = new Log()
      .write('dana', DRAFT, 'one')
      .decide('rae', 'approved', 'one', {author: 'dana'})
    expect(log.objections()).toEqual(['forged'])
  })
})

test('a decision is not forged because its id was used and freed before', () => {
  const used = {place: 0, author: 'dana', at: '', id: 'review-0'}
  const before = [
    {...used, revision: 'x'},
    {...used, revision: undefined},
  ]
  const log = new Log().write('dana', 'a', 'one').decide('rae', 'retracted', 'one', {before})
  expect(log.objections()).toEqual([undefined])
})

test('many open versions do not make a decision slow, or too large for the memory', () => {
  const log = new Log()
  for (let number = 0; number < 20_000; number++) {
    log.write('dana', `versions.r${number}.a`, `text-${number}`)
  }
  log.write('dana', DRAFT, 'one').decide('rae', 'approved', 'one')
  expect(log.objections()).toEqual([undefined])
})

test('the order is the order of the log, whatever times are stated', () => {
  const log = new Log()
    .write('dana', 'a', 'one')
    .decide('rae', 'approved', 'one', {stated: 280_000})
    .decide('sam', 'retracted', 'one', {stated: -280_000})
  expect(log.rulings().map(({decision}) => decision.decision)).toEqual(['approved', 'retracted'])
})

test.each([
  ['its reviewer', 'rae'],
  ['an administrator who imported it', 'root'],
])('a decision is no later than the log says that %s filed it', (_, author) => {
  const [ahead, behind] = new Log()
    .write('dana', 'a', 'one')
    .decide('rae', 'approved', 'one', {author, stated: 180 * 365 * 24 * 3_600_000})
    .decide('rae', 'approved', 'one', {author, stated: -3_600_000})
    .rulings()
    .map(({decision}) => decision.decidedAt)
  expect(ahead).toBe('2026-01-01T00:02:00.000Z')
  expect(behind).toBe('2025-12-31T23:02:00.000Z')
})

// A model of texts as sets of words, each of which one user wrote.

const USERS = ['rae', 'sam', 'dana'] as const
const IDS = ['a', DRAFT, 'versions.r.a'] as const

const user = fc.constantFrom(...USERS)
const id = fc.constantFrom(...IDS)
const people = fc.integer({min: 1, max: 2})
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('type' as const),
      user,
      id,
      from: id,
      removes: fc.boolean(),
    }),
  },
  fc.record({does: fc.constant('copy' as const), user, id, from: id}),
  fc.record({does: fc.constant('delete' as const), user, id}),
  {
    weight: 4,
    arbitrary: fc.record({does: fc.constant('approve' as const), user, id, stated: fc.integer()}),
  },
  fc.record({does: fc.constant('retract' as const), user, id, stated: fc.integer()}),
)

test('of a text that met its plan, as many people as it asks for approved each word, and none is its author', () => {
  fc.assert(
    fc.property(people, fc.array(step, {maxLength: 40, size: 'max'}), (people, steps) => {
      const log = new Log()
      const texts = new Map<string, readonly string[]>()
      steps.forEach((one, number) => {
        const now = texts.get(one.id)
        if (one.does === 'type') {
          const base = now ?? texts.get(one.from) ?? []
          const kept = one.removes ? base.slice(1) : base
          const words = [...kept, `${one.user}-${number}`]
          texts.set(one.id, words)
          log.write(one.user, one.id, words.join(' '))
        }
        if (one.does === 'copy') {
          const words = texts.get(one.from)
          if (!words) return
          texts.set(one.id, words)
          log.write(one.user, one.id, words.join(' '))
        }
        if (one.does === 'delete' && now) {
          texts.delete(one.id)
          log.write(one.user, one.id, undefined)
        }
        if (one.does === 'approve' && now) {
          log.decide(one.user, 'approved', now.join(' '), {stated: one.stated % 1e6})
        }
        if (one.does === 'retract' && now) {
          log.decide(one.user, 'retracted', now.join(' '), {stated: one.stated % 1e6})
        }
      })
      const readers = new Map<string, Set<string>>()
      const approvers = new Map<string, Set<string>>()
      for (const {decision, objection} of log.rulings(people)) {
        const {revision, reviewer} = decision
        if (decision.decision === 'retracted') {
          readers.clear()
          approvers.clear()
        }
        // A later text that replaced it does not undo that it was approved.
        const hasCounted = objection === undefined || objection === 'superseded'
        if (decision.decision !== 'approved' || !hasCounted) continue
        const words = revision.split(' ')
        for (const word of words) {
          const others = readers.get(word) ?? new Set()
          if (`person-${word.split('-')[0]}` !== reviewer) others.add(reviewer)
          readers.set(word, others)
        }
        const own = (approvers.get(revision) ?? new Set()).add(reviewer)
        approvers.set(revision, own)
        if (own.size < people) continue
        for (const word of words) {
          expect(readers.get(word)?.size ?? 0, word).toBeGreaterThanOrEqual(people)
        }
      }
    }),
    {numRuns: 3000},
  )
})
