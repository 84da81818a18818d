// A library can set the level and the threshold of a rule, within bounds, and every report says so.

import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {NO_PLANS} from '../model/standing/plans.ts'
import {Failure} from '../pipeline/failure.ts'
import {check} from '../policy/check.ts'
import {exampleSettled} from '../policy/examples/settled.ts'
import {itemsOf} from '../policy/references.ts'
import {emptyContext} from '../policy/rule.ts'
import {rules} from '../policy/rules.ts'
import type {Setting} from '../policy/settings/setting.ts'
import {todayIs} from '../policy/today.ts'
import {daysAfter} from '../review/days.ts'
import {revisionOf, type StoredDocument} from '../review/revision.ts'
import {findingsIn} from '../studio/checks/findings.ts'
import {overviewOf, summaryOf} from '../studio/dashboard/overview.ts'
import {dueByUrgency} from '../studio/review/due.ts'
import {badSettings, REASON, settingsWith} from './support/bad-settings.ts'
import {runCommand, temporaryFolder, writeDataset} from './support/command.ts'
import {governanceWith} from './support/governance.ts'
import {lakeWith} from './support/lake.ts'
import {
  article,
  faq,
  makeDecision,
  paragraph,
  TODAY,
  withApproved,
  withDocument,
} from './support/library.ts'
import {exportDocuments} from './support/release.ts'

function sentenceOf(words: number) {
  return `${Array.from({length: words}, (_, index) => (index === 0 ? 'Many' : 'words')).join(' ')}.`
}

const article30: StoredDocument = {
  ...article,
  body: [...itemsOf(article.body), paragraph('long', sentenceOf(30))],
}

/** After the approval of the usual settings. */
const LATER = {decidedAt: '2026-10-02T10:00:00Z'}

/** The approved library with a sentence of 30 words and these settings. */
function libraryWith(...settings: Partial<Setting>[]) {
  const changed = settingsWith(...settings)
  return [
    ...withDocument(changed, withApproved(article30)),
    makeDecision(changed, 'approved', LATER),
  ]
}

describe('a number that a library sets', () => {
  const exported = async (...settings: Partial<Setting>[]) => {
    using folder = temporaryFolder()
    const {warnings, settings: reported} = await exportDocuments(
      libraryWith(...settings),
      folder.path,
    )
    const found = warnings.filter(({rule}) => rule === 'plain/sentence-length')
    return {found: found.map(({message}) => message), reported}
  }

  test('decides what an export finds, and the report shows it next to the usual number', async () => {
    expect(await exported()).toEqual({found: ['has 30 words in one sentence'], reported: []})
    expect(await exported({rule: 'plain/sentence-length', limit: 30})).toEqual({
      found: [],
      reported: [
        expect.objectContaining({
          rule: 'plain/sentence-length',
          limit: 30,
          what: 'words in a sentence',
          usual: {level: 'warning', limit: 25},
          reason: REASON,
        }),
      ],
    })
    const {found} = await exported({rule: 'plain/sentence-length', limit: 29})
    expect(found).toEqual(['has 30 words in one sentence'])
  })

  test('does not change the level, and a level does not change the number', async () => {
    using folder = temporaryFolder()
    const withheld = async (...settings: Partial<Setting>[]) =>
      (await exportDocuments(libraryWith(...settings), folder.path)).withheld.map(({id}) => id)
    const rule = 'plain/sentence-length'
    expect(await withheld({rule, level: 'error'})).toEqual(['article'])
    expect(await withheld({rule, level: 'error', limit: 30})).toEqual([])
    expect(await withheld({rule, level: 'error', limit: 29})).toEqual(['article'])
  })

  test('is also the base of the higher limit for health professionals', () => {
    const found = (limit: number) => {
      const settings = [{rule: 'plain/sentence-length', limit, reason: REASON}]
      const document = {...article30, audience: 'professionals'}
      return check(document, {...emptyContext, settings}).filter(
        ({rule}) => rule === 'plain/sentence-length',
      )
    }
    expect(found(20)).toEqual([])
    expect(found(19)).toHaveLength(1)
  })

  test('is the highest reading grade of a text', () => {
    const text =
      'Most people with a sore back recover after several weeks without any special treatment. ' +
      'Moving around every day helps and may stop the pain from coming back another time. ' +
      'Your doctor can suggest some exercises and explain which medicines might help you. '
    const document = {...article, body: [paragraph('p', text.repeat(5))]}
    const messages = (...settings: Setting[]) =>
      check(document, {...emptyContext, settings})
        .filter(({rule}) => rule === 'plain/grade')
        .map(({message}) => message)
    expect(messages()).toEqual([expect.stringContaining(', over 8 (')])
    expect(messages({rule: 'plain/grade', limit: 12, reason: REASON})).toEqual([])
    expect(messages({rule: 'plain/grade', limit: 6, reason: REASON})).toEqual([
      expect.stringContaining(', over 6 ('),
    ])
  })

  test('applies in the Studio as a writer types', async () => {
    const {client} = await lakeWith(libraryWith({rule: 'plain/sentence-length', limit: 30}))
    const draft = (words: number) => ({
      ...article,
      _id: `drafts.article`,
      body: [paragraph('long', sentenceOf(words))],
    })
    const found = async (words: number) =>
      (await findingsIn(client, draft(words))).map(({rule}) => rule)
    expect(await found(30)).not.toContain('plain/sentence-length')
    expect(await found(31)).toContain('plain/sentence-length')
  })
})

test('the Studio’s checks use other documents of the library, such as its words to avoid', async () => {
  const term = {_id: 'term', _type: 'glossaryTerm', term: 'bolus', plain: 'single large dose'}
  const {client} = await lakeWith([...libraryWith(), term])
  const draft = {...article, _id: 'drafts.other', body: [paragraph('p', 'You get a bolus.')]}
  expect(await findingsIn(client, draft)).toContainEqual(
    expect.objectContaining({
      rule: 'plain/jargon',
      message: expect.stringContaining('single large dose'),
    }),
  )
})

test('every report says what is set, what is usual and why, in words, as JSON and as SARIF', async () => {
  using folder = temporaryFolder()
  const dataset = writeDataset(
    folder.path,
    libraryWith(
      {rule: 'plain/sentence-length', limit: 30},
      {rule: 'plain/jargon', level: 'off'},
      {rule: 'plain/grade', level: 'error', limit: 12},
    ),
  )
  const day = ['--as-of', TODAY]
  const run = async (name: 'export' | 'validate', ...args: string[]) =>
    (await runCommand(name, ['--source', dataset, ...day, ...args])).stdout
  const out = ['--out', join(folder.path, 'exports')]
  const [validated, exported, json, exportedJson, sarif] = await Promise.all([
    run('validate'),
    run('export', ...out),
    run('validate', '--json'),
    run('export', '--json', '--out', join(folder.path, 'others')),
    run('validate', '--sarif'),
  ])

  const sentences = [
    `the rule plain/sentence-length is set to 30 words in a sentence, where 25 is usual: ${REASON}`,
    `the rule plain/jargon is set to off, where warning is usual: ${REASON}`,
    `the rule plain/grade is set to error, where warning is usual, and to 12 years of school, where 8 is usual: ${REASON}`,
  ]
  for (const sentence of sentences) {
    expect(validated).toContain(sentence)
    expect(exported).toContain(sentence)
  }
  const settings = [
    {
      rule: 'plain/sentence-length',
      limit: 30,
      usual: {level: 'warning', limit: 25},
      reason: REASON,
    },
    {rule: 'plain/jargon', level: 'off', usual: {level: 'warning'}, reason: REASON},
    {
      rule: 'plain/grade',
      level: 'error',
      limit: 12,
      usual: {level: 'warning', limit: 8},
      reason: REASON,
    },
  ]
  expect(JSON.parse(json)).toMatchObject({settings})
  expect(JSON.parse(exportedJson)).toMatchObject({settings})
  expect(JSON.parse(sarif)).toMatchObject({
    runs: [
      {
        tool: {
          driver: {
            rules: expect.arrayContaining([
              expect.objectContaining({
                id: 'plain/sentence-length',
                defaultConfiguration: {level: 'warning', parameters: {limit: 25}},
              }),
            ]),
          },
        },
        invocations: [
          {
            ruleConfigurationOverrides: [
              {
                descriptor: {id: 'plain/sentence-length'},
                configuration: {parameters: {limit: 30}},
                properties: {reason: REASON},
              },
              {descriptor: {id: 'plain/jargon'}, configuration: {enabled: false}},
              {
                descriptor: {id: 'plain/grade'},
                configuration: {level: 'error', parameters: {limit: 12}},
              },
            ],
            toolConfigurationNotifications: sentences.map((sentence) => ({
              message: {text: sentence.replace('the rule', 'The rule')},
            })),
          },
        ],
      },
    ],
  })
})

test.each([undefined, 7, 90])(
  'the rule, the list and the dashboard agree on what is due soon, with a setting of %s days',
  async (limit) => {
    const now = '2026-06-01'
    const settings = limit === undefined ? [] : [{rule: 'freshness/soon', limit, reason: REASON}]
    const days = limit ?? 60
    const last = daysAfter(now, days)
    const later = daysAfter(now, days + 1)
    const warned = (nextReview: string) =>
      check(faq, {
        ...emptyContext,
        settings,
        today: todayIs(now),
        settled: new Map([['faq', exampleSettled({nextReview})]]),
      }).some(({rule}) => rule === 'freshness/soon')
    expect([warned(last), warned(later)]).toEqual([true, false])

    const approval = (id: string, nextReview: string) => ({
      id: `review-${id}`,
      subject: id,
      revision: revisionOf({...faq, _id: id}),
      decision: 'approved' as const,
      kind: 'clinical' as const,
      reviewer: 'reviewer',
      decidedAt: '2025-01-01T10:00:00Z',
      nextReview,
    })
    const documents = [
      {...faq, _id: 'last'},
      {...faq, _id: 'later'},
    ]
    const decisions = [approval('last', last), approval('later', later)]
    const library = {decisions, governance: governanceWith([], settingsWith(...settings))}
    const summaries = documents.map((document) => summaryOf(document, NO_PLANS))
    const due = summaries.map((summary) => ({...summary, _id: summary.id, revision: undefined}))
    expect(dueByUrgency({...library, documents: due}, 'soon', now).map(({id}) => id)).toEqual([
      'last',
    ])
    expect(await overviewOf({...library, summaries, submissions: []}, now)).toMatchObject({
      dueSoon: 1,
      notice: days,
    })
  },
)

describe('an export refuses a setting', () => {
  const problemsOf = async (document: StoredDocument): Promise<string[]> => {
    using folder = temporaryFolder()
    try {
      await exportDocuments(withApproved(document), folder.path)
      return []
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      return error.findings.map(({path, message, hint}) => `${path}: ${message}. ${hint}`)
    }
  }

  test.each(badSettings)('$name', async ({setting, field, words}) => {
    expect(await problemsOf(settingsWith(setting))).toEqual([
      `rules[_key=="r0"].${field}: ${words}`,
    ])
  })

  test('for a rule that an earlier setting already covers', async () => {
    const twice = settingsWith(
      {rule: 'plain/jargon', level: 'off'},
      {rule: 'plain/grade', limit: 9},
      {rule: 'plain/jargon', level: 'error'},
    )
    expect(await problemsOf(twice)).toEqual([
      'rules[_key=="r2"].rule: is already set further up. Keep only one of the two, so that it is clear which one applies.',
    ])
  })

  test.each(['min', 'usual', 'max'] as const)('but not one at a bound: %s', async (bound) => {
    const limited = rules.flatMap(({id: rule, limit}) =>
      limit ? [{rule, limit: limit[bound]}] : [],
    )
    expect(limited.length).toBeGreaterThan(0)
    expect(await problemsOf(settingsWith(...limited))).toEqual([])
  })
})
