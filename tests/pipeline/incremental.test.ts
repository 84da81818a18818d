// An export makes again only what has changed. Whatever people do in between, in any order: the release is the same as
// one that was made from nothing, byte for byte, and the export tells the same.

import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import fc from 'fast-check'
import {expect, onTestFinished, test} from 'vitest'
import {serveLake, type Lake} from '../../lake/index.ts'
import {checkExport} from '../../pipeline/export/check.ts'
import {exportIn, exportRelease, type ExportOptions} from '../../pipeline/export/export.ts'
import {ExportSession} from '../../pipeline/export/session.ts'
import {Failure} from '../../pipeline/failure.ts'
import {LOST_ADDRESS} from '../../pipeline/gate/lost-addresses.ts'
import {MEMORY_FILE} from '../../pipeline/memory/memory.ts'
import {openHostedSource, openPathSource, type ContentSource} from '../../pipeline/source/source.ts'
import {STORE_FOLDER} from '../../pipeline/store/store.ts'
import {channels} from '../../render/channels/index.ts'
import type {Decision} from '../../review/decision.ts'
import {contentOf, storedDocument, type StoredDocument} from '../../review/revision.ts'
import {temporaryFolder, writeDataset} from '../support/command.ts'
import {lakeWith} from '../support/lake.ts'
import {
  article,
  clinic,
  condition,
  disclaimer,
  faq,
  keyed,
  makeDecision,
  paragraph,
  reference,
  siteWords,
  slug,
  TODAY,
  warningSigns,
  withApprovals,
  withDocument,
  work,
} from '../support/library.ts'
import {runs} from '../support/long.ts'
import {gradient} from '../support/photo.ts'
import {exportDocuments, freshOut, snapshot} from '../support/release.ts'
import {bilingualLibrary, translationOf} from '../support/translations.ts'

const library = bilingualLibrary()

/** Links to the other article, shows everything that a page can show, and is approved. */
const second: StoredDocument = {
  ...article,
  _id: 'second',
  slug: slug('second'),
  formerSlugs: ['before'],
  conditions: [keyed('condition')],
  therapies: [],
  body: [
    paragraph('s1', 'More about it', {
      marks: ['l'],
      markDefs: [{_type: 'internalLink', _key: 'l', reference: reference('article')}],
    }),
    {_type: 'warningSignsEmbed', _key: 's2', warningSigns: reference('warning-signs')},
    {_type: 'faqEmbed', _key: 's3', faq: reference('other-faq')},
    paragraph(
      's5',
      'You can wait a few days if you cannot pass urine. We recommend Valley Clinic.',
    ),
    paragraph('s4', 'One trial at Valley Clinic found no difference between prolo and saline.', {
      marks: ['c'],
      markDefs: [{_type: 'citation', _key: 'c', reference: reference('other-work')}],
    }),
  ],
}

const spanishWords = {...siteWords, _id: 'words-es', language: 'es', words: undefined}

/** Needs no approval. */
const term: StoredDocument = {
  _id: 'term',
  _type: 'glossaryTerm',
  term: 'utilize',
  plain: 'use',
}

const more = [
  term,
  ...withApprovals([
    condition,
    translationOf(condition, {name: 'Dolor de espalda', slug: slug('dolor-de-espalda')}),
    clinic,
    siteWords,
    spanishWords,
    warningSigns,
    {...work, _id: 'other-work', title: 'Another trial', doi: '10.1234/other'},
    {...faq, _id: 'other-faq', slug: slug('how-long'), question: 'How long does it take?'},
    {
      ...disclaimer,
      _id: 'limited',
      title: 'About injections',
      scope: 'therapies',
      therapies: [keyed('therapy')],
    },
    second,
  ]),
]

/** Fields that a person changes, by the type of the document. */
const edits: Readonly<Record<string, readonly object[]>> = {
  article: [
    {title: 'A new title'},
    {title: 'PRP cures arthritis'},
    {summary: 'Another summary of what studies say about the injections.'},
    {slug: slug('moved'), formerSlugs: ['second']},
    {slug: slug('second')},
    {conditions: []},
    {therapies: []},
    {body: [paragraph('e1', 'Nothing else.')]},
    {reviewInterval: 1},
    {firstPublished: '2026-11-16'},
    {title: undefined},
    {slug: slug('elsewhere')},
    {formerSlugs: ['before', 'earlier']},
    {body: [paragraph('h1', 'Another heading', {style: 'h2'}), paragraph('e1', 'Nothing else.')]},
    {conditions: [keyed('condition')]},
    {therapies: [keyed('therapy')], conditions: [keyed('condition')]},
    {
      rendition: {...Object(translationOf(article, {}).rendition), kind: 'easyRead'},
      therapies: [keyed('therapy')],
      body: article.body,
    },
  ],
  citedWork: [
    {title: 'A trial with another title'},
    {status: 'retracted'},
    {status: 'superseded', supersededBy: reference('work')},
    {validUntil: '2026-11-15'},
    {checkedOn: '2026-11-01'},
  ],
  faq: [{question: 'Does it hurt much?'}, {answer: [paragraph('a', 'A little.')]}],
  therapyType: [
    {name: 'Sugar water injections', aliases: ['prolo']},
    {evidenceLevel: 'good'},
    {summary: 'It is guaranteed to work.'},
    {description: [paragraph('w', 'You can wait a few days if you cannot pass urine.')]},
  ],
  disclaimer: [
    {title: 'Only for information'},
    {scope: 'therapies', therapies: [keyed('therapy')]},
    {channels: ['web']},
    {reviewInterval: 1},
    {scope: 'always', therapies: undefined},
    {title: undefined},
  ],
  siteSettings: [
    {title: 'Another library'},
    {feedbackEmail: 'help@library.example'},
    {
      rules: [
        {
          _type: 'ruleSetting',
          _key: 'r',
          rule: 'freshness/soon',
          limit: 180,
          reason: 'We are slow.',
        },
      ],
    },
    {
      signOff: [
        {
          _type: 'planRule',
          _key: 'p',
          types: ['article'],
          requirements: [{_type: 'planRequirement', _key: 'q', kind: 'clinical', people: 2}],
        },
      ],
    },
    {languages: ['en-US']},
  ],
  person: [{name: 'New Name'}, {roles: ['author']}, {interests: undefined}],
  clinic: [{name: 'Valley Clinic'}, {languages: ['es']}],
  glossaryTerm: [{term: 'saline', plain: 'salt water'}],
  condition: [
    {name: 'Pain in the back'},
    {slug: slug('pain-in-the-back'), formerSlugs: ['back-pain']},
  ],
  siteWords: [
    {words: {index: {reviewed: 'Seen on {day}'}}},
    {title: 'Otra biblioteca'},
    {language: 'es-US'},
    {words: {index: {reviewed: 'Seen'}}},
  ],
  warningSigns: [
    {now: {_type: 'signGroup', action: 'Call for help.', signs: ['You cannot pass urine.']}},
    {
      now: {_type: 'signGroup', action: 'Call for help.', signs: ['You cannot pass urine.']},
      therapies: [keyed('therapy')],
    },
  ],
}

const ids = [...library, ...more].flatMap(({_id, _type}) => (_type === 'review' ? [] : [_id]))
/** Stands for the id of the picture that was uploaded. */
const PICTURE = 'picture'

/** A time of a decision. */
const AT = '2026-10-20T10:00:00Z'

const someId = fc.constantFrom(...ids)

const action = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({does: fc.constant('edit' as const), id: someId, which: fc.nat(16)}),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      isCosmetic: fc.boolean(),
      does: fc.constant('decide' as const),
      id: someId,
      decision: fc.constantFrom<Decision['decision']>(
        'approved',
        'approved',
        'approved',
        'retracted',
        'changesRequested',
      ),
      at: fc.constantFrom<string | undefined>(undefined, undefined, '2026-10-25T10:00:00Z'),
    }),
  },
  {weight: 2, arbitrary: fc.record({does: fc.constant('approveAll' as const)})},
  {weight: 1, arbitrary: fc.record({does: fc.constant('delete' as const), id: someId})},
  {weight: 1, arbitrary: fc.record({does: fc.constant('restore' as const), id: someId})},
  {weight: 1, arbitrary: fc.record({does: fc.constant('draft' as const), id: someId})},
  {
    weight: 1,
    arbitrary: fc.record({does: fc.constant('showPicture' as const), id: someId, left: fc.nat(3)}),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('wait' as const),
      today: fc.constantFrom(
        '2026-10-05',
        TODAY,
        '2026-11-16',
        '2027-10-05',
        '2028-06-01',
        '2028-09-20',
        '2029-06-01',
      ),
    }),
  },
  {weight: 1, arbitrary: fc.record({does: fc.constant('choose' as const), web: fc.boolean()})},
  {weight: 2, arbitrary: fc.record({does: fc.constant('enter' as const), session: fc.boolean()})},
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('damage' as const),
      what: fc.constantFrom('object', 'memory', 'release'),
      which: fc.nat(40),
    }),
  },
)
type Action = typeof action extends fc.Arbitrary<infer Each> ? Each : never

/** What happens between exports. */
class World {
  /** Opens the content as an export does. */
  readonly open: () => Promise<ContentSource>
  readonly out = freshOut()
  /** Of a process that exports again and again. */
  readonly session = new ExportSession(this.out)
  /** Whether this process exports, and not one that ends after each export. */
  isInSession = false
  readonly #client: SanityClient
  readonly #picture: string
  today = TODAY
  web = true
  #clock = Date.parse('2026-10-02T10:00:00Z')

  constructor(open: World['open'], client: SanityClient, picture: string) {
    this.open = open
    this.#client = client
    this.#picture = picture
  }

  async act(one: Action): Promise<void> {
    switch (one.does) {
      case 'edit':
        return this.#edit(one.id, (document) => {
          const all = edits[document._type] ?? []
          return {...document, ...all[one.which % Math.max(1, all.length)]}
        })
      case 'decide':
        return this.#decide(one.id, one.decision, one)
      case 'approveAll':
        for (const id of ids) await this.#decide(id, 'approved')
        return
      case 'delete':
        await this.#client.delete(one.id === PICTURE ? this.#picture : one.id).catch(() => {})
        return
      case 'restore': {
        const first = [...library, ...more].find(({_id}) => _id === one.id)
        if (first) await this.#put(contentOf(first))
        return
      }
      case 'draft': {
        const document = await this.#get(one.id)
        if (document) await this.#put({...document, _id: `drafts.${one.id}`, title: 'Draft'})
        return
      }
      case 'showPicture':
        return this.#edit(one.id, (document) =>
          document._type === 'article'
            ? {...document, body: [paragraph('p', 'Look at this.'), this.#figure(one.left)]}
            : document,
        )
      case 'wait':
        this.today = one.today
        return
      case 'choose':
        this.web = one.web
        return
      case 'enter':
        this.isInSession = one.session
        return
      case 'damage':
        return this.#damage(one)
    }
  }

  #figure(left: number) {
    return {
      _type: 'figure',
      _key: 'f',
      asset: reference(this.#picture),
      alt: 'A syringe',
      ...(left > 0 && {
        crop: {_type: 'sanity.imageCrop', left: left / 10, right: 0, top: 0, bottom: 0},
      }),
    }
  }

  async #get(id: string): Promise<StoredDocument | undefined> {
    const found: unknown = await this.#client.getDocument(id)
    return found ? contentOf(storedDocument.parse(found)) : undefined
  }

  async #put(document: StoredDocument): Promise<void> {
    // A strong reference to something that was deleted is refused, as in the Studio.
    await this.#client.createOrReplace(document).catch(() => {})
  }

  async #edit(id: string, change: (document: StoredDocument) => StoredDocument): Promise<void> {
    const document = await this.#get(id)
    if (document) await this.#put(change(document))
  }

  async #decide(
    id: string,
    decision: Decision['decision'],
    {
      at,
      isCosmetic = false,
    }: {readonly at?: string | undefined; readonly isCosmetic?: boolean} = {},
  ): Promise<void> {
    const document = await this.#get(id)
    if (!document || document._type === 'sanity.imageAsset') return
    this.#clock += 60_000
    const decidedAt = at ?? new Date(this.#clock).toISOString()
    await this.#put({
      ...makeDecision(document, 'approved', {decidedAt}),
      decision,
      ...(isCosmetic ? {cosmetic: true} : {}),
    })
  }

  #damage({what, which}: {readonly what: string; readonly which: number}): void {
    if (what === 'memory') {
      rmSync(join(this.out, MEMORY_FILE), {force: true})
      return
    }
    const folder = join(this.out, what === 'object' ? STORE_FOLDER : 'current')
    const files = readFiles(folder)
    const file = files[which % Math.max(1, files.length)]
    if (file === undefined) return
    chmodSync(file, 0o644)
    appendFileSync(file, ' ')
  }
}

function readFiles(folder: string): string[] {
  try {
    return readdirSync(folder, {recursive: true, withFileTypes: true})
      .filter((entry) => entry.isFile())
      .map(({parentPath, name}) => join(parentPath, name))
      .toSorted()
  } catch {
    return []
  }
}

/** What an export leaves and tells. What it tells of the release before depends on that release. */
async function exported(
  world: World,
  out: string,
  more: Partial<ExportOptions> = {},
): Promise<object> {
  return (await exportedAndDone(world, out, more)).told
}

/** Exports, and tells what of it must be the same as in an export from nothing, and which steps were done. */
async function exportedAndDone(
  {open, today, web, session, isInSession, out: own}: World,
  out: string,
  more: Partial<ExportOptions> = {},
): Promise<{told: object; done: readonly string[]}> {
  await using source = await open()
  const wanted = channels.filter(({name}) => web || name !== 'web')
  const options = {source, out, channels: wanted, today, ...more}
  try {
    const {
      dir: _,
      mended: __,
      changes: ___,
      before: ____,
      done,
      warnings,
      ...report
    } = await (isInSession && out === own ? exportIn(session, options) : exportRelease(options))
    const lasting = warnings.filter(({rule}) => rule !== LOST_ADDRESS)
    const names = done.map(({kind, subject}) => `${kind} ${subject}`.trim()).toSorted()
    return {told: {...report, warnings: lasting, ...snapshot(out)}, done: names}
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return {told: {failure: error.message}, done: []}
  }
}

/**
 * A library, and an exports folder with a release of it.
 *
 * @param isHosted Whether exports reach it as they reach hosted Sanity, which has no log positions.
 */
async function freshWorld(isHosted = false): Promise<World> {
  const {dir, lake, client} = await lakeWith([...library, ...more])
  const {_id: picture} = await client.assets.upload(
    'image',
    await gradient(40, 30).png().toBuffer(),
  )
  const world = new World(
    isHosted ? await hosted(lake) : () => openPathSource(dir),
    client,
    picture,
  )
  await exported(world, world.out)
  return world
}

async function hosted(lake: Lake): Promise<World['open']> {
  const server = await serveLake(lake, {port: 0})
  onTestFinished(() => server.close())
  const project = {projectId: 'countersign', dataset: 'production', apiHost: server.origin}
  return async () => openHostedSource(project)
}

function edit(id: string, which: number): Action[] {
  return [{does: 'edit', id, which}, decide(id, 'approved')]
}

function decide(
  id: string,
  decision: Decision['decision'],
  at?: string,
  {isCosmetic = false} = {},
): Action {
  return {does: 'decide', id, decision, at, isCosmetic}
}

/** Changes every file of the store. */
const damages = Array.from({length: 100}, (_, which): Action => ({
  does: 'damage',
  what: 'object',
  which,
}))

/** For everything that a step can read, a change that only this read can tell. */
const changes: Readonly<Record<string, readonly (readonly Action[])[]>> = {
  'the card of a page that a text links to': [[decide('article', 'retracted')]],
  'who approved a work that a page cites': [[decide('other-work', 'approved')]],
  'the list of pages': [edit('article', 0)],
  'a second retraction': [[decide('article', 'retracted')], [decide('article', 'retracted')]],
  'the address of a page that is held': [[decide('faq', 'retracted')], edit('article', 11)],
  'a page that is held': [[decide('faq', 'retracted')]],
  'a former address': [edit('second', 3)],
  'a former address and nothing else': [
    [decide('second', 'approved', AT)],
    [{does: 'edit', id: 'second', which: 12}, decide('second', 'approved', AT)],
  ],
  'the day of the next review and nothing else': [
    [decide('second', 'approved', AT)],
    [{does: 'edit', id: 'second', which: 8}, decide('second', 'approved', AT)],
  ],
  'a disclaimer': [edit('disclaimer', 0)],
  'the translation of a disclaimer': [edit('disclaimer-es', 0)],
  'that the source of a translation moved on': [edit('article', 2)],
  'whether only the form of the source of a translation changed': [
    [
      {does: 'edit', id: 'article', which: 2},
      decide('article', 'approved', AT, {isCosmetic: true}),
    ],
    [decide('article', 'approved', AT)],
    [decide('article', 'approved', AT, {isCosmetic: true})],
  ],
  'the page in another language': [[decide('article-es', 'retracted')]],
  'the languages of the library': [edit('siteSettings', 4)],
  'where a disclaimer applies': [edit('limited', 2)],
  'a page to which a disclaimer applies now': [edit('limited', 4)],
  'a clinic that offers a therapy': [edit('clinic', 0)],
  'a work that a page cites': [edit('other-work', 0)],
  'a question on a page': [edit('other-faq', 0)],
  'the name of the site': [edit('siteSettings', 0)],
  'a word around texts': [edit('words', 0)],
  'the name of the site in another language': [edit('words-es', 1)],
  'words around texts for another language': [edit('words', 2)],
  'a word around texts with an error': [edit('words', 3)],
  'that words around texts are gone': [[decide('words', 'retracted')]],
  'that a picture of an older text is gone': [
    [{does: 'showPicture', id: 'second', left: 0}, decide('second', 'approved')],
    [{does: 'edit', id: 'second', which: 7}],
    [{does: 'delete', id: PICTURE}],
  ],
  'the roles of a reviewer': [edit('reviewer', 1)],
  'who may approve people': [[decide('administrator', 'retracted')]],
  'a plan of words': [edit('siteSettings', 3)],
  'a new day': [[{does: 'wait', today: '2028-09-20'}], [{does: 'wait', today: '2029-06-01'}]],
  'another name of a therapy': [edit('therapy', 0)],
  'the name of a clinic in a text': [edit('clinic', 0)],
  'a warning sign': [edit('warning-signs', 0)],
  'a warning sign that a text plays down': [edit('therapy', 3), edit('warning-signs', 1)],
  'a disclaimer that a page needs now': [
    [decide('limited', 'changesRequested')],
    [{does: 'edit', id: 'limited', which: 4}],
  ],
  'a disclaimer that is gone': [[decide('disclaimer', 'retracted')]],
  'the limit of a rule': [[{does: 'wait', today: '2028-06-01'}], edit('siteSettings', 2)],
  'a word to avoid': [[{does: 'edit', id: 'term', which: 0}]],
  'the interests of an author': [edit('author', 2)],
  'a work that was retracted': [edit('other-work', 1)],
  'a heading of a page': [edit('second', 13)],
  'a page about the condition of another one': [edit('article', 14)],
  'the name of a condition in another language': [edit('article-es', 14), edit('condition-es', 0)],
  'the first condition in a language': [
    [decide('condition-es', 'retracted')],
    [decide('condition-es', 'approved')],
  ],
  'the address of a condition': [edit('condition', 1)],
  'the title of the page of which a page is another form': [edit('article', 0)],
  'a page in another form': [
    [{does: 'edit', id: 'second', which: 16}, decide('second', 'approved')],
  ],
  'a treatment in the articles about a condition': [edit('second', 15)],
  'a work that nothing cites any more': [edit('second', 7)],
  'when a text was approved': [
    edit('article', 8),
    [decide('article', 'approved', '2026-10-25T10:00:00Z')],
  ],
  'the title of a disclaimer that a page lacks': [edit('therapy', 0), edit('limited', 0)],
  'that there are no clinics': [[decide('clinic', 'retracted')]],
  'the languages of a clinic': [edit('clinic', 1)],
  'that there are no questions': [[decide('faq', 'retracted'), decide('other-faq', 'retracted')]],
  'the channels': [[{does: 'choose', web: false}], [{does: 'choose', web: true}]],
  'a page that a text leads to': [
    [decide('article', 'retracted')],
    [decide('article', 'approved')],
  ],
  'a picture': [
    [{does: 'showPicture', id: 'second', left: 0}, decide('second', 'approved')],
    [{does: 'showPicture', id: 'second', left: 2}, decide('second', 'approved')],
  ],
  'files of the store that were changed': [[...damages, ...edit('clinic', 0)]],
}

test.each(Object.entries(changes))('an export notices %s', async (_, turns) => {
  const world = await freshWorld()
  for (const turn of turns) {
    const before = await exported(world, world.out)
    for (const one of turn) await world.act(one)
    const after = await exported(world, world.out)
    expect(after).toEqual(await exported(world, freshOut()))
    expect(after).not.toEqual(before)
  }
})

/** The steps that another export does now. */
async function doneNow(world: World): Promise<readonly string[]> {
  return (await exportedAndDone(world, world.out)).done
}

test('an export of a dataset file notices that the release before is gone', async () => {
  const out = freshOut()
  const edited = withDocument({...article, title: 'What prolotherapy is'})
  await exportDocuments(library, out)
  const shown = async () =>
    (await exportDocuments(edited, out)).withheld.map((each) => [each.id, each.shown])
  expect(await shown()).toEqual([['article', 'lastApproved']])
  expect(await shown()).toEqual([['article', 'lastApproved']])
  rmSync(join(out, 'current'))
  expect(await shown()).toEqual([['article', 'nothing']])
})

test('an export of hosted content notices changes by the revisions of documents', async () => {
  const world = await freshWorld(true)
  expect(await doneNow(world)).toEqual([])
  for (const [name, turns] of Object.entries(changes).slice(0, 12)) {
    for (const one of turns.flat()) await world.act(one)
    const after = await exported(world, world.out)
    expect([name, after]).toEqual([name, await exported(world, freshOut())])
  }
})

test('a new day alone makes nothing again', async () => {
  const world = await freshWorld()
  world.today = '2026-11-16'
  expect(await doneNow(world)).toEqual([])
})

test('an export notices what another process exported since this one did', async () => {
  const world = await freshWorld()
  world.isInSession = true
  await exported(world, world.out)
  world.isInSession = false
  world.today = '2026-11-16'
  for (const one of edit('siteSettings', 0)) await world.act(one)
  await exported(world, world.out)
  world.isInSession = true
  for (const one of edit('other-faq', 0)) await world.act(one)
  expect(await exported(world, world.out)).toEqual(await exported(world, freshOut()))
  expect(await doneNow(world)).toEqual([])
  world.isInSession = false
  expect(await doneNow(world)).toEqual([])
})

test('an approved change makes again only what shows it', async () => {
  const world = await freshWorld()
  for (const one of edit('other-faq', 0)) await world.act(one)
  expect(await doneNow(world)).toEqual([
    'gate other-faq',
    'judgement other-faq',
    'page other-faq',
    'page second',
    'site app/index',
    'site web/changes',
    'site web/index',
    'site web/llms',
    'site web/questions',
    'site web/search-index',
    'site web/sitemap',
    'site web/titles',
  ])
})

test('the words of a disclaimer make pages again, and judge only it and its translation', async () => {
  const world = await freshWorld()
  for (const one of edit('disclaimer', 0)) await world.act(one)
  const done = await doneNow(world)
  expect(done).toContain('page article')
  expect(done.filter((step) => step.startsWith('judgement'))).toEqual([
    'judgement disclaimer',
    'judgement disclaimer-es',
  ])
})

test('a picture is made once', async () => {
  const world = await freshWorld()
  await world.act({does: 'showPicture', id: 'second', left: 2})
  await world.act(decide('second', 'approved'))
  expect(await doneNow(world)).toContainEqual(expect.stringMatching(/^picture image-/))
  for (const one of edit('second', 1)) await world.act(one)
  expect(await doneNow(world)).not.toContainEqual(expect.stringMatching(/^picture /))
})

test('a draft makes again only what is decided on its document', async () => {
  const world = await freshWorld()
  await world.act({does: 'draft', id: 'article'})
  expect(await doneNow(world)).toEqual(['gate article'])
})

test('a full export removes files that no release has', async () => {
  const world = await freshWorld()
  const foreign = join(world.out, STORE_FOLDER, 'aa')
  mkdirSync(foreign, {recursive: true})
  writeFileSync(join(foreign, 'unused'), 'It cures.')
  await exported(world, world.out)
  expect(readdirSync(foreign)).toContain('unused')
  await exported(world, world.out, {isFull: true})
  expect(readdirSync(foreign)).not.toContain('unused')
  expect(await doneNow(world)).toEqual([])
})

test('files where the folders of the store belong do not stop an export', async () => {
  const world = await freshWorld()
  const store = join(world.out, STORE_FOLDER)
  for (const name of readdirSync(store)) {
    rmSync(join(store, name), {recursive: true})
    writeFileSync(join(store, name), '')
  }
  for (const one of edit('other-faq', 0)) await world.act(one)
  expect(await exported(world, world.out)).toEqual(await exported(world, freshOut()))
  rmSync(store, {recursive: true})
  writeFileSync(store, '')
  for (const one of edit('other-faq', 1)) await world.act(one)
  expect(await exported(world, world.out)).toEqual(await exported(world, freshOut()))
})

test('a file of the release that was changed under its old time is put right', async () => {
  const world = await freshWorld()
  const {files} = snapshot(world.out)
  const page = join(world.out, 'current', 'web', 'faq.html')
  const {atime, mtime} = statSync(page)
  chmodSync(page, 0o644)
  writeFileSync(page, readFileSync(page, 'utf8').replace('hurt', 'hirt'))
  utimesSync(page, atime, mtime)
  chmodSync(page, 0o444)
  expect(snapshot(world.out).files).not.toEqual(files)
  await exported(world, world.out)
  expect(snapshot(world.out).files).toEqual(files)
})

test('a rehearsal tells what would change, and changes nothing', async () => {
  const world = await freshWorld()
  const files = snapshot(world.out)
  for (const one of edit('other-faq', 0)) await world.act(one)
  await using source = await world.open()
  const {changes} = await exportRelease({
    source,
    out: world.out,
    channels,
    today: TODAY,
    isRehearsal: true,
  })
  // The parts of the search index have other names when they change.
  expect(changes.filter(({path}) => !path.startsWith('web/search/'))).toEqual(
    [
      'app/articles/second.json',
      'app/faqs/how-long.json',
      'app/index.json',
      expect.stringMatching(/^approved\/faq-/),
      'web/a-z.html',
      'web/articles/second.html',
      'web/changes.atom',
      'web/faq.html',
      'web/llms.txt',
    ].map((path) => ({path, change: 'changed'})),
  )
  expect(changes).toContainEqual({path: 'web/search/index.json', change: 'changed'})
  expect(snapshot(world.out)).toEqual(files)
  expect(await doneNow(world)).toContain('page second')
})

test('a check finds a release that is not the one that an export from nothing makes', async () => {
  const world = await freshWorld()
  await using source = await world.open()
  const options = {source, out: world.out, channels, today: TODAY}
  const report = await exportRelease(options)
  await checkExport(options, report)
  for (const one of edit('faq', 0)) await world.act(one)
  await expect(checkExport(options, report)).rejects.toThrow(
    /is not the one that an export from nothing makes: \d+ files differ, the first is app\//,
  )
})

test('a check of a dataset file knows the release that was current before', async () => {
  const out = freshOut()
  await exportDocuments(library, out)
  using folder = temporaryFolder()
  const edited = withDocument({...article, title: 'What prolotherapy is', slug: slug('moved')})
  await using source = await openPathSource(writeDataset(folder.path, edited))
  const options = {source, out, channels, today: TODAY}
  const report = await exportRelease(options)
  expect(report.withheld).toMatchObject([{id: 'article', shown: 'lastApproved'}])
  await checkExport(options, report)
})

test('an export after any changes equals one from nothing', {timeout: 3_600_000}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.boolean(),
      fc.array(fc.array(action, {minLength: 1, maxLength: 3}), {minLength: 2, maxLength: 6}),
      async (isHosted, turns) => {
        const world = await freshWorld(isHosted)
        for (const turn of turns) {
          for (const one of turn) await world.act(one)
          const incremental = await exported(world, world.out)
          expect(incremental).toEqual(await exported(world, freshOut()))
        }
      },
    ),
    {numRuns: runs(10, 500)},
  )
})
