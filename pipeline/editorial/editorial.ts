// The editorial stage: judges content by the rules of policy/, and holds back what they refuse.
// Documents are judged each for itself, so the articles of a large library are shared out over
// threads, which begin while the gate still reads and leaves all cores but one idle.

import {settledRecord, type Settled} from '../../model/standing/settled.ts'
import {check} from '../../policy/check.ts'
import {isOpen, type Finding} from '../../policy/finding.ts'
import {reportedSettings} from '../../policy/settings/report.ts'
import {isGoverned} from '../../review/governed.ts'
import {conclude, type Gated, type GateResult, type NextStage, type SoFar} from '../gate/gate.ts'
import type {ApprovedWriter} from '../release/approved.ts'
import {BATCH, SharedWork, type OnProgress} from '../threads.ts'
import {isOutdated, judgeArticles, type Article, type Judged} from './articles.ts'
import {factsOf, readBesideArticles, type Judgement} from './findings.ts'

interface JudgingOptions {
  /** The folder that holds what is approved. */
  readonly dir: string
  /** What writes it. */
  readonly writer: ApprovedWriter
  /** YYYY-MM-DD, UTC. */
  readonly today: string
  /** Called for articles, once the gate is done. */
  readonly onProgress: OnProgress
}

/** What the rules find in approved content, and what readers get of it. */
interface Outcome extends Judgement, GateResult {}

/** Judges what the gate lets through. Disposing of it ends its threads. */
export class EditorialStage implements NextStage, AsyncDisposable {
  readonly #options: JudgingOptions
  readonly #articles: Article[] = []
  #work = sharedAmong(0)

  constructor(options: JudgingOptions) {
    this.#options = options
  }

  /** Starts as many threads as so many documents are worth, before there are any. */
  expect(documents: number): void {
    this.#work = sharedAmong(documents)
  }

  /** Takes in what the gate has just settled. */
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

  /**
   * Judges what is left, and holds back what the rules refuse. A page that is refused may be what
   * others lead to or must carry, so those are judged again until nothing more falls out.
   *
   * @param gated What came of the gate; all of it is written.
   */
  async verdict(gated: Gated): Promise<Outcome> {
    const {dir, today, onProgress} = this.#options
    const judged = new Map<string, Judged>()
    const keep = (parts: readonly (readonly Judged[])[]): void => {
      for (const one of parts.flat()) judged.set(one.id, one)
    }
    const {length} = this.#articles
    if (length > 0) {
      this.#work.add(this.#articles.slice(length - (length % BATCH)))
      keep(await this.#work.finish(onProgress))
    }
    const {builder, others} = await readBesideArticles(dir)
    let refused = new Map<string, string>()
    for (;;) {
      const concluded = conclude(gated, refused)
      const facts = factsOf(gated, concluded.settled, today)
      const outdated = this.#articles.filter(({id}) => isOutdated(judged.get(id), facts.settled))
      if (outdated.length > 0) {
        await using again = sharedAmong(outdated.length)
        again.begin({dir, facts, isComplete: true})
        again.add(outdated)
        keep(await again.finish(onProgress))
      }
      const context = builder.build(facts)
      const findings = [
        ...this.#articles.flatMap(({id}) => judged.get(id)?.findings ?? []),
        ...others.flatMap((document) => check(document, context)),
      ]
      const before = refused.size
      refused = refusedBy(findings)
      if (refused.size === before) {
        return {...concluded, findings, settings: reportedSettings(context.settings)}
      }
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#work[Symbol.asyncDispose]()
  }
}

/** The work of judging, for about so many documents. */
function sharedAmong(expected: number) {
  return new SharedWork({
    work: judgeArticles,
    helper: new URL('worker.ts', import.meta.url),
    expected,
  })
}

/**
 * What the rules keep from readers: governed documents with an error that nobody has answered.
 *
 * @returns the reason for each, by its id
 */
function refusedBy(findings: readonly Finding[]): Map<string, string> {
  const errors = findings.filter(
    (finding) => finding.severity === 'error' && isGoverned(finding.type) && isOpen(finding),
  )
  return new Map(
    [...Map.groupBy(errors, ({document}) => document)].map(([document, found]) => [
      document,
      `an editorial rule refuses it: ${[...new Set(found.map(said))].join(', ')}`,
    ]),
  )
}

function said({rule, quote}: Finding): string {
  return quote ? `${rule} (“${quote.text}”)` : rule
}
