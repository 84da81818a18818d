// Users do anything that the lake lets them, in any order, at any clock. Readers never get a word that no
// eligible reviewer countersigned. The rule is stated here once more, in terms of words and their authors.

import {join} from 'node:path'
import {ClientError} from '@sanity/client'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {importDataset} from '../../lake/index.ts'
import {exportRelease} from '../../pipeline/export/export.ts'
import {openPathSource} from '../../pipeline/source/source.ts'
import {channels} from '../../render/channels/index.ts'
import type {DecisionKind} from '../../review/decision.ts'
import {contentOf} from '../../review/revision.ts'
import {temporaryFolder, writeDataset} from '../support/command.ts'
import {guardedLake, peopleOfAccounts} from '../support/lake.ts'
import {article, library, makeDecision, TODAY} from '../support/library.ts'
import {runs} from '../support/long.ts'
import {released} from '../support/release.ts'

const PAGE = 'web/articles/what-is-prolotherapy.html'
const FIRST = 'What is prolotherapy?'

const user = fc.constantFrom('writer', 'reviewer', 'other')
const decider = fc.constantFrom('reviewer', 'other')
const id = fc.constantFrom('article', 'drafts.article', 'versions.r.article')
/** How far a stated time is from the clock of the lake, in milliseconds. */
const stated = fc.constantFrom(0, 0, -290_000, 290_000, -1e9, 1e9)

const step = fc.oneof(
  {weight: 4, arbitrary: fc.record({does: fc.constant('type' as const), user, id})},
  {weight: 2, arbitrary: fc.record({does: fc.constant('copy' as const), user, id, from: id})},
  {weight: 2, arbitrary: fc.record({does: fc.constant('publish' as const), user})},
  {weight: 1, arbitrary: fc.record({does: fc.constant('delete' as const), user, id})},
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('decide' as const),
      user: decider,
      kind: fc.constantFrom<DecisionKind>(
        'approved',
        'approved',
        'approved',
        'retracted',
        'changesRequested',
      ),
      /** Which text: that of an id now, one that the document had, or one that it may get. */
      of: fc.oneof(id, fc.nat({max: 5}), fc.constant('future' as const)),
      stated,
      inTheNameOf: fc.constantFrom(
        undefined,
        undefined,
        undefined,
        'reviewer' as const,
        'other' as const,
      ),
    }),
  },
)

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

interface Decided {
  readonly kind: DecisionKind
  readonly by: string
  readonly title: string
}

/** The rule, over the decisions that the lake accepted, in the order in which it accepted them. */
class Model {
  readonly #authors = new Map<string, string>()
  readonly #countersigned = new Set<string>()
  readonly #inForce = new Map<string, boolean>([[FIRST, true]])

  typed(by: string, word: string): void {
    this.#authors.set(word, by)
  }

  decided({kind, by, title}: Decided): void {
    if (kind === 'changesRequested') this.#inForce.set(title, false)
    if (kind === 'retracted') {
      this.#inForce.clear()
      this.#countersigned.clear()
    }
    if (kind !== 'approved') return
    const own = wordsOf(title).filter((word) => this.#authors.get(word) === by)
    const isEligible = own.every((word) => this.#countersigned.has(word))
    if (!isEligible) return
    this.#inForce.set(title, true)
    for (const word of wordsOf(title)) this.#countersigned.add(word)
  }

  /** Whether readers may get a title. */
  allows(title: string): boolean {
    return this.#inForce.get(title) === true
  }
}

function wordsOf(title: string): string[] {
  return title.split(' ').filter((word) => word.startsWith('word'))
}

/** Whether the lake did what a user asked for. */
async function succeeds(request: Promise<unknown>): Promise<boolean> {
  try {
    await request
    return true
  } catch (error) {
    if (error instanceof ClientError && error.statusCode < 500) return false
    throw error
  }
}

/** Carries out the steps, tells the model what the lake accepted, and returns the title that readers get. */
async function play(steps: readonly Step[], model: Model): Promise<string | undefined> {
  using folder = temporaryFolder()
  const dir = join(folder.path, 'lake')
  const {lake, as} = guardedLake({dir})
  // Closed with the folder, and not only after all runs.
  using _ = lake
  await importDataset(lake, writeDataset(folder.path, [...library, ...peopleOfAccounts]), {
    author: 'system',
  })
  const content = contentOf(article)
  const titles = [FIRST]
  const titleAt = async (at: string): Promise<string | undefined> => {
    const document = await as('writer').getDocument<{title: string}>(at)
    return document?.title
  }
  for (const [number, one] of steps.entries()) {
    const client = as(one.user)
    if (one.does === 'type') {
      const word = `word${number}`
      const title = `${(await titleAt(one.id)) ?? (await titleAt('article')) ?? FIRST} ${word}`
      model.typed(one.user, word)
      if (await succeeds(client.createOrReplace({...content, title, _id: one.id})))
        titles.push(title)
    }
    if (one.does === 'copy') {
      const title = await titleAt(one.from)
      if (title) await succeeds(client.createOrReplace({...content, title, _id: one.id}))
    }
    if (one.does === 'publish') {
      const draftId = 'drafts.article'
      const action = {
        actionType: 'sanity.action.document.publish',
        draftId,
        publishedId: 'article',
      } as const
      await succeeds(client.action(action))
    }
    if (one.does === 'delete') await succeeds(client.delete(one.id))
    if (one.does === 'decide') {
      const {of} = one
      const title =
        of === 'future'
          ? `${(await titleAt('drafts.article')) ?? FIRST} word${number + 1}`
          : typeof of === 'number'
            ? titles.at(-1 - of)
            : await titleAt(of)
      if (title === undefined) continue
      const by = one.inTheNameOf ?? one.user
      const {_rev: _, ...decision} = makeDecision({...article, title}, one.kind, {
        by: `person-${by}`,
        decidedAt: new Date(Date.now() + one.stated).toISOString(),
      })
      const filed = {...decision, _id: `review-${number}`}
      if (await succeeds(client.create(filed))) model.decided({kind: one.kind, by, title})
    }
  }
  const out = join(folder.path, 'exports')
  await using source = await openPathSource(dir)
  await exportRelease({source, out, channels, today: TODAY})
  const page = released(out, PAGE)
  if (page === undefined || page.includes('This page was withdrawn')) return undefined
  return /<h1[^>]*>([^<]*)<\/h1>/.exec(page)?.[1]
}

test(
  'readers get only words that an eligible reviewer countersigned',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, {maxLength: 14, size: 'max'}), async (steps) => {
        const model = new Model()
        const title = await play(steps, model)
        if (title !== undefined)
          expect({title, isAllowed: model.allows(title)}).toEqual({title, isAllowed: true})
      }),
      {numRuns: runs(30, 400), endOnFailure: true},
    )
  },
  runs(120_000, 1_800_000),
)
