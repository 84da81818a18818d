// The requests that the bench sends to a lake. Like websites and editors, it uses Sanity's client.

import {z} from 'zod'
import {articleId} from '../article.ts'
import type {Random} from '../random.ts'
import type {ServedLake} from './server.ts'
import type {LakeTrial} from './trial.ts'

/** A kind of request. */
export interface Kind {
  readonly name: string
  /** How many requests count. */
  readonly rounds: number
  /** Sends a request and checks the answer. Resolves with the milliseconds that it took. */
  readonly time: (lake: ServedLake<LakeTrial>, random: Random) => Promise<number>
}

const PAGE = 50
const PROJECTION = '{_id, title, slug, summary}'

/** For comparison: a request for which the lake has nothing to do. */
export const ping: Kind = {
  name: '/ping',
  rounds: 300,
  time: ({client}) =>
    timed(() => client.request({url: '/ping'}), z.object({ping: z.literal('pong')})),
}

export const fetchById: Kind = {
  name: 'fetch by id',
  rounds: 300,
  time: ({client, trial}, random) => {
    const id = articleId(random.below(trial.articles))
    return timed(
      () => client.fetch('*[_id == $id][0]', {id}),
      z.object({_id: z.literal(id), body: z.array(z.unknown())}),
    )
  },
}

const pageAfter: Kind = {
  name: 'page of 50 after an id',
  rounds: 300,
  time: ({client, trial}, random) => {
    const from = random.below(Math.max(1, trial.articles - PAGE))
    const query = `*[_type == "article" && _id >= $first] | order(_id) [0...${PAGE}]${PROJECTION}`
    return timed(() => client.fetch(query, {first: articleId(from)}), pageOf(trial.articles))
  },
}

const pageAt: Kind = {
  name: 'page of 50 at a number',
  rounds: 30,
  time: ({client, trial}, random) => {
    const from = random.below(Math.max(1, trial.articles - PAGE))
    const query = `*[_type == "article"] | order(_id) [$from...$to]${PROJECTION}`
    return timed(() => client.fetch(query, {from, to: from + PAGE}), pageOf(trial.articles))
  },
}

const publish: Kind = {
  name: 'publish',
  rounds: 100,
  time: async ({client, trial}, random) => {
    const publishedId = articleId(random.below(trial.articles))
    const draftId = `drafts.${publishedId}`
    const summary = `Edited at ${new Date().toISOString()}.`
    await client.action({
      actionType: 'sanity.action.document.edit',
      draftId,
      publishedId,
      patch: {set: {summary}},
    })
    return timed(
      () => client.action({actionType: 'sanity.action.document.publish', draftId, publishedId}),
      z.object({transactionId: z.string()}),
    )
  },
}

/** All kinds, in the order in which they are measured. The one that blocks a server most is last. */
export const kinds = [ping, fetchById, pageAfter, publish, pageAt]

function pageOf(articles: number) {
  return z.array(z.object({_id: z.string(), summary: z.string()})).length(Math.min(PAGE, articles))
}

async function timed(ask: () => Promise<unknown>, answer: z.ZodType): Promise<number> {
  const started = performance.now()
  const answered = await ask()
  const milliseconds = performance.now() - started
  answer.parse(answered)
  return milliseconds
}
