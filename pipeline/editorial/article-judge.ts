// Judges articles in several threads. The threads begin while the gate is still reading, because the
// gate uses one core only.

import type {Facts} from '../../model/policy-context.ts'
import {settledRecord, type Settled} from '../../model/standing/settled.ts'
import type {Finding} from '../../policy/finding.ts'
import type {NextStage, SoFar} from '../gate/gate.ts'
import type {ApprovedWriter} from '../release/approved.ts'
import {BATCH, SharedWork, type OnProgress} from '../threads.ts'
import {isOutdated, judgeArticles, type Article, type Judged} from './articles.ts'
import {factsOf} from './findings.ts'

interface ArticleJudgeOptions {
  /** The folder of the approved content. */
  readonly dir: string
  /** The writer of the approved content. */
  readonly writer: ApprovedWriter
  /** YYYY-MM-DD, UTC. */
  readonly today: string
  /** Called for articles, once the gate has read everything. */
  readonly onProgress: OnProgress
}

/** Receives settled articles from the gate and judges them. Disposing of it ends its threads. */
export class ArticleJudge implements NextStage, AsyncDisposable {
  readonly #options: ArticleJudgeOptions
  readonly #articles: Article[] = []
  readonly #judged = new Map<string, Judged>()
  #work = sharedWork(0)

  constructor(options: ArticleJudgeOptions) {
    this.#options = options
  }

  expect(documents: number): void {
    this.#work = sharedWork(documents)
  }

  add(one: Settled, soFar: SoFar): void {
    if (one.type !== 'article' || !one.place) return
    const {dir, today, writer} = this.#options
    if (this.#articles.length === 0) {
      writer.flush()
      this.#work.begin({dir, facts: factsOf(soFar, soFar.settled, today), isComplete: false})
    }
    this.#articles.push({id: one.id, place: one.place, record: settledRecord(one)})
    if (this.#articles.length % BATCH === 0) {
      writer.flush()
      this.#work.add(this.#articles.slice(-BATCH))
    }
  }

  /** Judges the remaining articles. Call it once, when the gate has written everything. */
  async finish(): Promise<void> {
    const {length} = this.#articles
    if (length === 0) return
    this.#work.add(this.#articles.slice(length - (length % BATCH)))
    this.#keep(await this.#work.finish(this.#options.onProgress))
  }

  /**
   * What the rules find in the articles. Articles whose findings depend on something that these facts
   * contradict are judged again.
   *
   * @param facts They must have all articles.
   */
  async findings(facts: Facts): Promise<Finding[]> {
    const {dir, onProgress} = this.#options
    const outdated = this.#articles.filter(({id}) =>
      isOutdated(this.#judged.get(id), facts.settled),
    )
    if (outdated.length > 0) {
      await using again = sharedWork(outdated.length)
      again.begin({dir, facts, isComplete: true})
      again.add(outdated)
      this.#keep(await again.finish(onProgress))
    }
    return this.#articles.flatMap(({id}) => this.#judged.get(id)?.findings ?? [])
  }

  #keep(parts: readonly (readonly Judged[])[]): void {
    for (const one of parts.flat()) this.#judged.set(one.id, one)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#work[Symbol.asyncDispose]()
  }
}

/** @param expected The approximate number of articles. It decides how many threads help. */
function sharedWork(expected: number) {
  return new SharedWork({
    work: judgeArticles,
    helper: new URL('worker.ts', import.meta.url),
    expected,
  })
}
