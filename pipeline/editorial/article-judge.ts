// Judges articles in several threads. The threads begin while the gate is still reading, because the
// gate uses one core only.

import type {Facts} from '../../model/policy-context.ts'
import {settledRecord, type Settled, type TextPlace} from '../../model/standing/settled.ts'
import type {Finding} from '../../policy/finding.ts'
import type {ApprovedWriter} from '../approved/writer.ts'
import type {NextStage, SoFar} from '../gate/gate.ts'
import type {DigestOf} from '../steps/reads.ts'
import {BATCH, SharedWork, type OnProgress} from '../threads.ts'
import {judgeArticles, type Article} from './articles.ts'
import {factsOf} from './findings.ts'
import type {Judged, Judgements} from './judgements.ts'

interface ArticleJudgeOptions {
  /** The folder of the approved content. */
  readonly dir: string
  /** The writer of the approved content. */
  readonly writer: ApprovedWriter
  /** YYYY-MM-DD, UTC. */
  readonly today: string
  /** Where judgements are found, and added. */
  readonly judgements: Judgements
  /** Called for articles, once the gate has read everything. */
  readonly onProgress: OnProgress
}

/** Receives settled articles from the gate and judges them. Disposing of it ends its threads. */
export class ArticleJudge implements NextStage, AsyncDisposable {
  readonly #options: ArticleJudgeOptions
  readonly #articles: Omit<Article, 'place'>[] = []
  /** Those of the articles that no earlier export judged. */
  readonly #fresh: Article[] = []
  #work = sharedWork(0)

  constructor(options: ArticleJudgeOptions) {
    this.#options = options
  }

  expect(documents: number): void {
    this.#work = sharedWork(documents)
  }

  add(one: Settled, soFar: SoFar, place: TextPlace | undefined): void {
    if (one.type !== 'article' || one.state !== 'approved') return
    const {dir, today, writer, judgements} = this.#options
    const {id, decision} = one
    const article = {id, input: decision.revision, record: settledRecord(one)}
    this.#articles.push(article)
    // A text that has no place yet is judged at the end.
    if (judgements.has(id, article.input) || !place) return
    if (this.#fresh.length === 0) {
      writer.flush()
      this.#work.begin({dir, facts: factsOf(soFar, soFar.settled, today), isComplete: false})
    }
    this.#fresh.push({...article, place})
    if (this.#fresh.length % BATCH === 0) {
      writer.flush()
      this.#work.add(this.#fresh.slice(-BATCH))
    }
  }

  /** Judges the remaining articles. Call it once, when the gate has written everything. */
  async finish(): Promise<void> {
    const {length} = this.#fresh
    if (length === 0) return
    this.#work.add(this.#fresh.slice(length - (length % BATCH)))
    this.#keep(await this.#work.finish(this.#options.onProgress))
  }

  /**
   * What the rules find in the articles. Articles are judged again if the rules would read something else now.
   *
   * @param facts They must have all articles.
   */
  async findings(facts: Facts, digestOf: DigestOf): Promise<Finding[]> {
    const {dir, writer, judgements, onProgress} = this.#options
    const judged = this.#articles.map((article) => ({
      article,
      known: judgements.find(article.id, article.input, digestOf),
    }))
    const outdated = judged.flatMap(({article, known}) => {
      const place = known ? undefined : writer.placeOf(article.id)
      return place ? {...article, place} : []
    })
    if (outdated.length > 0) {
      await using again = sharedWork(outdated.length)
      again.begin({dir, facts, isComplete: true})
      again.add(outdated)
      this.#keep(await again.finish(onProgress))
    }
    return judged.flatMap(
      ({article: {id, input}, known}) => known ?? judgements.find(id, input, digestOf) ?? [],
    )
  }

  #keep(parts: readonly (readonly Judged[])[]): void {
    for (const judged of parts.flat()) this.#options.judgements.add(judged)
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
