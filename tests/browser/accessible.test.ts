// Our own panes and forms in the Studio pass WCAG 2.2 AA: on a desk, on a tablet and on a phone, in light and in dark
// colours. What Sanity draws around them is not looked at.

import axe from 'axe-core'
import type {Page} from 'playwright-core'
import {expect, test} from 'vitest'
import {z} from 'zod'
import {openDecision, openForm, sampleStudio, type Person} from '../support/studio.ts'

const studio = sampleStudio()

interface Pane {
  readonly name: string
  /** Opens it, and waits until it is whole. */
  readonly open: (person: Person) => Promise<unknown>
  /** The part of the page that is ours. */
  readonly ours: string
}

const ARTICLE = 'article;article-prolotherapy-back-pain'
const INSPECTOR = '[data-testid="document-inspector-panel"]'

function formOf(action: string, ready: (page: Page) => Promise<unknown>): Pane {
  return {
    name: `the form ${action}`,
    open: async ({page, open}) => {
      await open(ARTICLE)
      await openForm(page, action)
      await ready(page)
    },
    ours: '[role="dialog"] [data-ui="DialogCard"], [role="dialog"]',
  }
}

const panes: readonly Pane[] = [
  {
    name: 'the dashboard',
    open: async ({page}) => {
      await page.goto(`${studio.address}/dashboard`)
      await page.getByText(/documents at/).waitFor()
    },
    ours: 'main',
  },
  {
    name: 'a list of what waits',
    open: async ({page, open}) => {
      await open('overdue')
      await page
        .getByTestId('work-list')
        .or(page.getByText('No review is overdue'))
        .first()
        .waitFor()
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
      await open(`${ARTICLE},inspect=checks`)
      await page.locator(INSPECTOR).getByRole('status').waitFor()
    },
    ours: INSPECTOR,
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
  ...['Approve', 'Retract'].map((action) => ({
    name: `the form ${action}`,
    open: async ({page, open}: Person) => {
      await open(ARTICLE)
      await openDecision(page, action)
    },
    ours: '[data-testid="document-panel-scroller"]',
  })),
]

const found = z.array(
  z.object({id: z.string(), help: z.string(), nodes: z.array(z.object({html: z.string()}))}),
)

for (const colorScheme of ['light', 'dark'] as const) {
  test(`our panes pass WCAG 2.2 AA at any width, in ${colorScheme} colours`, async () => {
    await using reviewer = await studio.signIn('reviewer')
    const {page} = reviewer
    await page.emulateMedia({colorScheme, reducedMotion: 'reduce'})
    const problems: string[] = []
    for (const pane of panes) {
      for (const width of [1400, 1024, 390]) {
        await page.setViewportSize({width, height: 900})
        await pane.open(reviewer)
        await page.evaluate(axe.source)
        const violations: unknown = await page.evaluate(
          `axe.run(${JSON.stringify(pane.ours)}, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}).then(({violations}) => violations)`,
        )
        for (const {id, help, nodes} of found.parse(violations)) {
          problems.push(
            `${pane.name} at ${width}: ${id} (${help}): ${nodes.map(({html}) => html).join(' ')}`,
          )
        }
      }
    }
    expect(problems).toEqual([])
  }, 600_000)
}
