// If the lake refuses a request, whatever the Studio wanted to know fails with the lake's error. It never
// takes a refusal for an empty answer.

import {randomUUID} from 'node:crypto'
import {globSync, readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {lakeClient, type Lake} from '../../lake/index.ts'
import {decisionOf, review} from '../../model/review.ts'
import {historyOf} from '../../review/history.ts'
import {contentOf, revisionOf} from '../../review/revision.ts'
import {findingsIn} from '../../studio/checks/findings.ts'
import {loadContext} from '../../studio/checks/load-context.ts'
import {loadOverview} from '../../studio/dashboard/load-overview.ts'
import {gather} from '../../studio/preview/gather.ts'
import {renderPreview} from '../../studio/preview/render.ts'
import {approvedText} from '../../studio/review/approved-text.ts'
import {withRevisions} from '../../studio/review/due.ts'
import {objectionTo} from '../../studio/review/objection.ts'
import {
  DUE_QUERY,
  GOVERNANCE_QUERY,
  parseDueRecords,
  parseGovernance,
} from '../../studio/review/records.ts'
import {pagesThatCarry, pagesThatShow} from '../../studio/review/shown-by.ts'
import {governanceWith} from '../support/governance.ts'
import {lakeWith} from '../support/lake.ts'
import {article, clinic, disclaimer, library, makeDecision, therapy} from '../support/library.ts'

type Client = ReturnType<typeof lakeClient>

const REFUSAL = 'The lake is closed for tests'
const {signal} = new AbortController()
const decisions = [makeDecision(article)].map((decision) =>
  decisionOf(review.parse(contentOf(decision))),
)
const edited = {...contentOf(article), title: 'Another title'}

const questions: Record<string, (client: Client) => Promise<unknown>> = {
  'the dashboard': (client) => loadOverview(client, signal),
  'the people who may sign off': async (client) =>
    parseGovernance(await client.fetch<unknown>(GOVERNANCE_QUERY)),
  'whether a user wrote some of a text': (client) =>
    objectionTo(historyOf(client), {
      document: article,
      user: 'reviewer',
      kind: 'clinical',
      decisions,
      governance: governanceWith(),
    }),
  'the last approved text': (client) =>
    approvedText(historyOf(client), article._id, revisionOf(article)),
  'what the rules may know': (client) => loadContext(client, contentOf(article)),
  'what a page shows': (client) => gather(client, contentOf(article), signal),
  'the pages that show a text': (client) => pagesThatShow(client, therapy._id, signal),
  'the pages under a disclaimer': (client) => pagesThatCarry(client, contentOf(disclaimer), signal),
  'the pages that list a clinic': (client) => pagesThatCarry(client, contentOf(clinic), signal),
  'the revisions of due texts': async (client) => {
    const due = parseDueRecords(await client.fetch<unknown>(DUE_QUERY, {governed: ['article']}))
    // The Studio asks once about each version of a document.
    const documents = due.documents.map((document) => ({...document, _rev: randomUUID()}))
    return withRevisions(client, {...due, documents})
  },
}

/** A client of a lake that refuses one of its requests, and the number of requests so far. */
function refusing(lake: Lake, refused: number): {client: Client; sent: () => number} {
  let sent = 0
  const client = lakeClient(lake, {
    resolveFetch: () => async (input, init) => {
      sent += 1
      if (sent !== refused) return lake.fetch(new Request(input, init))
      return Response.json({error: 'Forbidden', message: REFUSAL}, {status: 403})
    },
  })
  return {client, sent: () => sent}
}

async function sample(): Promise<Lake> {
  const earlier = makeDecision(edited, 'approved', {decidedAt: '2026-01-01T10:00:00Z'})
  return (await lakeWith([...library, clinic, makeDecision(clinic), earlier])).lake
}

/** How many requests a question takes. */
async function requestsOf(lake: Lake, ask: (client: Client) => Promise<unknown>): Promise<number> {
  const {client, sent} = refusing(lake, 0)
  await ask(client)
  return sent()
}

test.each(Object.entries(questions))(
  '%s: a refusal of any request comes out',
  async (_what, ask) => {
    const lake = await sample()
    const requests = await requestsOf(lake, ask)
    expect(requests).toBeGreaterThan(0)
    for (let refused = 1; refused <= requests; refused++) {
      await expect(ask(refusing(lake, refused).client)).rejects.toThrow(REFUSAL)
    }
  },
)

test('a preview fails with the refusal of any request', async () => {
  const lake = await sample()
  const document = contentOf(article)
  const requests = await requestsOf(lake, (client) => gather(client, document, signal))
  for (let refused = 1; refused <= requests; refused++) {
    await expect(renderPreview(refusing(lake, refused).client, document, signal)).rejects.toThrow(
      REFUSAL,
    )
  }
})

test('a text is checked again after a refusal', async () => {
  const lake = await sample()
  await expect(findingsIn(refusing(lake, 1).client, article)).rejects.toThrow(REFUSAL)
  expect(await findingsIn(lakeClient(lake), article)).toEqual([])
})

/** A `catch`, or the method of a promise. The method of a Zod schema takes a value. */
const CATCHES = /(?<!\.)\bcatch\s*[({]|\.catch\(\(|\bcatchError\b|\.then\(/

/** The files that may catch an error. */
const catching = [
  // Throws it again.
  'studio/checks/findings.ts',
  // A server that keeps no answers of readers has no such address. All other errors are thrown again.
  'studio/dashboard/load-answers.ts',
  // The library has no other way to say that it does not know a format.
  'studio/references/read-reference.ts',
  // Makes it a failure with a reason.
  'studio/review/loadable.ts',
]

test('no other code of the Studio catches an error', () => {
  const files = globSync('studio/**/*.{ts,tsx}').toSorted()
  expect(files.filter((file) => CATCHES.test(readFileSync(file, 'utf8')))).toEqual(catching)
})
