// Our own panes and forms in the Studio pass WCAG 2.2 AA: on a desk, on a tablet and on a phone, in light and in dark
// colours. What Sanity draws around them is not looked at.

import type {SanityClient} from '@sanity/client'
import axe from 'axe-core'
import type {Page} from 'playwright-core'
import {beforeAll, expect, test} from 'vitest'
import {z} from 'zod'
import {lakeClient, openLake, type Lake} from '../../lake/index.ts'
import {revisionOf, type StoredDocument} from '../../review/revision.ts'
import {faq, paragraph, slug} from '../support/library.ts'
import {openDecision, openForm, sampleStudio, type Person} from '../support/studio.ts'

const waiting: StoredDocument = {
  ...faq,
  _id: 'drafts.faq-strain',
  question: 'What is a lumbar strain?',
  slug: slug('strain'),
  answer: [paragraph('a', 'It is a lesion of the back.')],
}
const begun: StoredDocument = {
  ...faq,
  _id: 'drafts.faq-rest',
  question: 'How long do I rest?',
  slug: slug('rest'),
}

/** What a reader answered: no part of it may become markup. */
const COMMENT = '<img src=x onerror="alert(1)"> \u202Esay what it costs'

/** Keeps the answer of a reader about the article. */
async function answered(lake: Lake, client: SanityClient): Promise<void> {
  const article = await client.getDocument(ANSWERED)
  if (!article) throw new Error('The sample has this article')
  const revision = revisionOf(article)
  const about = {page: ANSWERED, revision, language: 'en-US'}
  lake.keepAnswer({...about, helpful: 'no', comment: COMMENT})
  lake.keepAnswer({...about, helpful: 'yes', comment: ''})
}

const ANSWERED = 'article-prolotherapy-back-pain'

const studio = sampleStudio(async (dir) => {
  using lake = openLake({dir})
  const client = lakeClient(lake)
  await client.create(waiting)
  await client.create(begun)
  await answered(lake, client)
  await client.create({
    _type: 'submission',
    subject: {_type: 'reference', _ref: 'faq-strain', _weak: true},
    revision: revisionOf(waiting),
    reviewers: [{_key: 'm', _type: 'reference', _ref: 'person-miriam-hale', _weak: true}],
    submittedAt: new Date().toISOString(),
  })
})
let reviewer: Person

beforeAll(async () => {
  reviewer = await studio.signIn('reviewer')
})

interface Pane {
  readonly name: string
  /** Opens it, and waits until it is whole. */
  readonly open: (person: Person) => Promise<unknown>
  /** The part of the page that is ours. */
  readonly ours: string
}

const ARTICLE = 'article;article-prolotherapy-back-pain'
const WAITING = 'faq;faq-strain'
const CHECKS = '[data-testid="checks"]'

function formOf(action: string, ready: (page: Page) => Promise<unknown>): Pane {
  return {
    name: `the form ${action}`,
    open: async ({page, open}) => {
      await open('faq;faq-rest')
      await openForm(page, action)
      await ready(page)
    },
    ours: '[role="dialog"] [data-ui="DialogCard"], [role="dialog"]',
  }
}

test('the dashboard shows what readers answered, as text, and leads to their page', async () => {
  const {page} = reviewer
  await page.goto(`${studio.address}/dashboard`)
  const table = page.getByRole('table', {name: 'Was this helpful?'})
  const row = table.getByRole('row', {name: /prolotherapy/i})
  await row.waitFor()
  expect(await row.getByRole('cell').allInnerTexts()).toEqual([
    expect.stringMatching(/^[0-9a-f]{8,}/),
    '1',
    '1',
    expect.stringContaining('20'),
    expect.stringContaining(COMMENT),
  ])
  await row.getByRole('link').click()
  await page.waitForURL(/article-prolotherapy-back-pain/)
})

const panes: readonly Pane[] = [
  {
    name: 'the dashboard',
    open: async ({page}) => {
      await page.goto(`${studio.address}/dashboard`)
      await page.getByText(/documents at/).waitFor()
      await page.getByRole('table', {name: 'Was this helpful?'}).waitFor()
    },
    ours: 'main',
  },
  {
    name: 'a list of what waits',
    open: async ({page, open}) => {
      await open('waiting')
      await page.getByTestId('work-list').getByText('What is a lumbar strain?').waitFor()
    },
    ours: '[data-testid="work-list"]',
  },
  {
    name: 'Review',
    open: async ({page, open}) => {
      await open(`${ARTICLE},view=review`)
      await page.getByRole('heading', {name: 'History'}).waitFor()
    },
    ours: '[data-testid="document-panel-scroller"]',
  },
  {
    name: 'Preview',
    open: async ({page, open}) => {
      await open(`${ARTICLE},view=preview`)
      await page.frameLocator('iframe[title="Preview of the page"]').locator('h1').waitFor()
    },
    ours: '[data-testid="document-panel-scroller"]',
  },
  {
    name: 'Checks',
    open: async ({page, open}) => {
      await open(`${WAITING},inspect=checks`)
      await page
        .locator(CHECKS)
        .getByRole('heading', {name: /^Warnings/})
        .waitFor()
    },
    ours: CHECKS,
  },
  {
    name: 'the references to fill in',
    open: async ({page}) => {
      await page.goto('about:blank')
      await page.goto(`${studio.address}/intent/create/type=citedWork`)
      await page.getByLabel('Paste a reference').waitFor()
    },
    ours: '[data-testid="document-panel-scroller"]',
  },
  formOf('Submit for review', (page) => page.getByLabel('Miriam Hale').waitFor()),
  ...[
    {action: 'Approve', place: WAITING},
    {action: 'Retract', place: ARTICLE},
  ].map(({action, place}) => ({
    name: `the form ${action}`,
    open: async ({page, open}: Person) => {
      await open(place)
      await openDecision(page, action)
    },
    ours: '[data-testid="document-panel-scroller"]',
  })),
]

const found = z.array(
  z.object({id: z.string(), help: z.string(), nodes: z.array(z.object({html: z.string()}))}),
)

const widths = [1400, 1024, 390]
const colors = ['light', 'dark'] as const
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

test.each(panes)(
  '$name passes WCAG 2.2 AA at any width, in light and dark colors',
  async (pane) => {
    const {page} = reviewer
    await page.setViewportSize({width: 1400, height: 900})
    await pane.open(reviewer)
    await page.evaluate(axe.source)
    const problems: string[] = []
    for (const width of widths) {
      await page.setViewportSize({width, height: 900})
      for (const colorScheme of colors) {
        await page.emulateMedia({colorScheme})
        await page.locator(`[data-scheme="${colorScheme}"]`).first().waitFor()
        const violations: unknown = await page.evaluate(
          `axe.run(${JSON.stringify(pane.ours)}, {runOnly: ${JSON.stringify(RULES)}}).then(({violations}) => violations)`,
        )
        for (const {id, help, nodes} of found.parse(violations)) {
          const places = nodes.map(({html}) => html).join(' ')
          problems.push(`${width} px, ${colorScheme}: ${id} (${help}): ${places}`)
        }
      }
    }
    expect(problems).toEqual([])
  },
)
