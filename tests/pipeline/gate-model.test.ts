// Users do anything that the lake lets them, in any order, at any clock. Readers never get a word whose plan
// was not met by eligible people who did not write it. The rule is stated here once more, over words and
// their authors. An article is written, the page of its reviewer, and the settings that hold the plan.

import {join} from 'node:path'
import {ClientError, type SanityClient} from '@sanity/client'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {importDataset} from '../../lake/index.ts'
import {exportRelease} from '../../pipeline/export/export.ts'
import {Failure} from '../../pipeline/failure.ts'
import {openPathSource} from '../../pipeline/source/source.ts'
import {channels} from '../../render/channels/index.ts'
import type {DecisionKind} from '../../review/decision.ts'
import {contentOf, type StoredDocument} from '../../review/revision.ts'
import {temporaryFolder, writeDataset} from '../support/command.ts'
import {guardedLake, peopleOfAccounts} from '../support/lake.ts'
import {article, library, makeDecision, reviewer, settings, TODAY} from '../support/library.ts'
import {runs} from '../support/long.ts'
import {released} from '../support/release.ts'

const PAGE = 'web/articles/what-is-prolotherapy.html'

const clinicians = ['reviewer', 'other'] as const
const administrators = ['administrator', 'deputy'] as const
const users = ['writer', ...clinicians, ...administrators] as const

/** Each of these words decides something: `+` keeps the role of a reviewer, `2` asks for two people. */
const signs = {article: [''], 'person-reviewer': ['+', '-'], siteSettings: ['1', '2']} as const
type Subject = keyof typeof signs
const subjects = [
  'article',
  'person-reviewer',
  'siteSettings',
] as const satisfies readonly Subject[]

/** A document with a text. The rest of it follows from the text. */
const contents: Record<Subject, (text: string) => StoredDocument> = {
  article: (title) => ({...contentOf(article), title}),
  'person-reviewer': (name) => ({
    ...contentOf(reviewer),
    _id: 'person-reviewer',
    name,
    roles: name.endsWith('-') ? ['author'] : ['reviewer'],
  }),
  siteSettings: (title) => ({
    ...contentOf(settings),
    title,
    ...(title.endsWith('2') && {
      signOff: [
        {
          _type: 'planRule',
          _key: 'r',
          types: ['article'],
          requirements: [{_type: 'planRequirement', _key: 'n', kind: 'clinical', people: 2}],
        },
      ],
    }),
  }),
}

const first: Record<Subject, string> = {
  article: 'What is prolotherapy?',
  'person-reviewer': 'reviewer',
  siteSettings: 'Test library',
}

const subject = fc.constantFrom<Subject>('article', 'article', 'article', ...subjects)
const user = fc.constantFrom(...users)
const id = fc.constantFrom('', 'drafts.', 'versions.r.')
/** How far a stated time is from the clock of the lake, in milliseconds. */
const stated = fc.constantFrom(0, 0, 0, -290_000, 290_000, -1e9, 1e9)
const kinds = ['approved', 'approved', 'approved', 'retracted', 'changesRequested'] as const

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('type' as const),
      subject,
      user,
      id,
      sign: fc.nat({max: 1}),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({does: fc.constant('copy' as const), subject, user, id, from: id}),
  },
  {weight: 3, arbitrary: fc.record({does: fc.constant('publish' as const), subject, user})},
  {weight: 1, arbitrary: fc.record({does: fc.constant('delete' as const), subject, user, id})},
  {
    weight: 7,
    arbitrary: fc.record({
      does: fc.constant('decide' as const),
      subject,
      user,
      kind: fc.constantFrom<DecisionKind>(...kinds),
      /** Which text: that of an id now, one that the document had, or one that it may get. */
      of: fc.oneof({weight: 3, arbitrary: id}, fc.nat({max: 4}), fc.constant('future' as const)),
      stated,
      inTheNameOf: fc.option(fc.constantFrom(...clinicians), {freq: 5}),
    }),
  },
)

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

interface Decided {
  readonly kind: DecisionKind
  readonly by: string
  readonly text: string
}

/** The rule for one document, over the decisions that the lake accepted, in that order. */
class Model {
  readonly #authors = new Map<string, string>()
  readonly #decided: Decided[]
  readonly #isContent: boolean

  constructor(text: string, {isContent = false} = {}) {
    this.#decided = [{kind: 'approved', by: 'import', text}]
    this.#isContent = isContent
  }

  typed(by: string, word: string): void {
    this.#authors.set(word, by)
  }

  decided(decided: Decided): void {
    this.#decided.push(decided)
  }

  /** Whether so many eligible people approved a text who did not write what the last approved one had not. */
  allows(text: string, people: number, isEligible: (by: string) => boolean): boolean {
    const approvers = new Map<string, Set<string>>()
    const countersigned = new Set<string>()
    for (const {kind, by, text: of} of this.#decided) {
      // A retraction of content counts also if its reviewer has left.
      if (!isEligible(by) && !(kind === 'retracted' && this.#isContent)) continue
      if (kind === 'changesRequested') approvers.delete(of)
      if (kind === 'retracted') {
        approvers.clear()
        countersigned.clear()
      }
      const own = wordsOf(of).filter((word) => this.#authors.get(word) === by)
      if (kind !== 'approved' || !own.every((word) => countersigned.has(word))) continue
      const all = (approvers.get(of) ?? new Set()).add(by)
      approvers.set(of, all)
      if (all.size >= people) for (const word of wordsOf(of)) countersigned.add(word)
    }
    return (approvers.get(text)?.size ?? 0) >= people
  }
}

function wordsOf(text: string): string[] {
  return text.split(' ').filter((word) => /^w\d/.test(word))
}

/** The models of all documents. What is approved of people and settings decides on the article. */
class Models {
  readonly of: Record<Subject, Model> = {
    article: new Model(first.article, {isContent: true}),
    'person-reviewer': new Model(first['person-reviewer']),
    siteSettings: new Model(first.siteSettings),
  }

  /** The texts of people and settings that readers may get. */
  inForce: Record<'person-reviewer' | 'siteSettings', string | undefined> = {
    'person-reviewer': first['person-reviewer'],
    siteSettings: first.siteSettings,
  }

  allows(which: Subject, text: string): boolean {
    const isAdministrator = (by: string): boolean =>
      by === 'import' || administrators.some((name) => name === by)
    if (which !== 'article') return this.of[which].allows(text, 1, isAdministrator)
    const {'person-reviewer': page, siteSettings: plan} = this.inForce
    const isReviewer = (by: string): boolean =>
      by === 'import' ||
      by === 'other' ||
      (by === 'reviewer' && page !== undefined && !page.endsWith('-'))
    return this.of.article.allows(text, plan?.endsWith('2') ? 2 : 1, isReviewer)
  }
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

function textOf(document: StoredDocument | undefined): string | undefined {
  const text = document?.title ?? document?.name
  return typeof text === 'string' ? text : undefined
}

/** Carries out the steps, tells the models what the lake accepted, and exports. */
async function play(steps: readonly Step[]): Promise<void> {
  using folder = temporaryFolder()
  const dir = join(folder.path, 'lake')
  const {lake, as} = guardedLake({dir})
  // Closed with the folder, and not only after all runs.
  using _ = lake
  const dataset = writeDataset(folder.path, [...library, ...peopleOfAccounts])
  await importDataset(lake, dataset, {author: 'system'})
  const models = new Models()
  const had: Record<Subject, string[]> = {
    article: [first.article],
    'person-reviewer': [first['person-reviewer']],
    siteSettings: [first.siteSettings],
  }
  const textAt = async (at: string): Promise<string | undefined> =>
    textOf(await as('writer').getDocument(at))
  const put = (client: SanityClient, _id: string, which: Subject, text: string) =>
    succeeds(client.createOrReplace({...contents[which](text), _id}))

  for (const [number, one] of steps.entries()) {
    const {subject: which} = one
    const client = as(one.user)
    const before = await textAt(which)
    if (one.does === 'type') {
      const sign = signs[which][one.sign % signs[which].length] ?? ''
      const base = (await textAt(`${one.id}${which}`)) ?? before ?? first[which]
      const word = `w${number}${sign}`
      const text = `${base} ${word}`
      models.of[which].typed(one.user, word)
      if (await put(client, `${one.id}${which}`, which, text)) had[which].push(text)
    }
    if (one.does === 'copy') {
      const text = await textAt(`${one.from}${which}`)
      if (text !== undefined) await put(client, `${one.id}${which}`, which, text)
    }
    if (one.does === 'publish') {
      const actionType = 'sanity.action.document.publish' as const
      await succeeds(client.action({actionType, draftId: `drafts.${which}`, publishedId: which}))
    }
    if (one.does === 'delete') await succeeds(client.delete(`${one.id}${which}`))
    if (one.does === 'decide') {
      const text =
        one.of === 'future'
          ? `${(await textAt(`drafts.${which}`)) ?? first[which]} w${number + 1}`
          : typeof one.of === 'number'
            ? had[which].at(-1 - one.of)
            : await textAt(`${one.of}${which}`)
      if (text === undefined) continue
      const by = one.inTheNameOf ?? one.user
      const {_rev, ...decision} = makeDecision(contents[which](text), one.kind, {
        by: `person-${by}`,
        decidedAt: new Date(Date.now() + one.stated).toISOString(),
      })
      if (await succeeds(client.create({...decision, _id: `review-${number}`}))) {
        models.of[which].decided({kind: one.kind, by, text})
      }
    }
    const published = await textAt(which)
    const isByAdministrator = administrators.some((name) => name === one.user)
    if (published !== undefined && published !== before && !isByAdministrator) {
      expect({published, isAllowed: models.allows(which, published)}).toMatchObject({
        isAllowed: true,
      })
    }
    for (const kept of ['person-reviewer', 'siteSettings'] as const) {
      const text = await textAt(kept)
      models.inForce[kept] =
        text !== undefined && models.allows(kept, text)
          ? text
          : had[kept].findLast((other) => models.allows(kept, other))
    }
  }
  const page = await exportedPage(dir, join(folder.path, 'exports'))
  const shown = {
    article: /<h1[^>]*>([^<]*)<\/h1>/.exec(page)?.[1],
    siteSettings: /<title>[^<]*? – ([^<]*)<\/title>/.exec(page)?.[1],
  }
  for (const which of ['article', 'siteSettings'] as const) {
    const text = shown[which]
    if (text === undefined) continue
    expect({text, isAllowed: models.allows(which, text)}).toEqual({text, isAllowed: true})
  }
}

/** The page of the article as readers get it; empty if they get none, or a notice. */
async function exportedPage(dir: string, out: string): Promise<string> {
  await using source = await openPathSource(dir)
  try {
    await exportRelease({source, out, channels, today: TODAY})
  } catch (error) {
    // No release can do without approved settings.
    if (error instanceof Failure) return ''
    throw error
  }
  const page = released(out, PAGE) ?? ''
  return page.includes('This page was withdrawn') ? '' : page
}

test(
  'readers get only words whose plan was met by eligible people who did not write them',
  async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, {maxLength: 16, size: 'max'}), play), {
      numRuns: runs(30, 400),
      endOnFailure: true,
    })
  },
  runs(120_000, 1_800_000),
)
