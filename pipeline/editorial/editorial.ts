// Passes a source through the gate and judges what the gate lets through by the rules of policy/.
// Articles are judged in other threads while the gate is still reading.

import {conclude, refusedBy, type Conclusion, type Refusal} from '../../model/standing/outcome.ts'
import {whyFaulty} from '../../model/standing/unapproved.ts'
import {check} from '../../policy/check.ts'
import type {Finding} from '../../policy/finding.ts'
import {reportedSettings} from '../../policy/settings/report.ts'
import {gate, type Gated} from '../gate/gate.ts'
import {makePictures} from '../gate/pictures.ts'
import type {Progress} from '../progress.ts'
import {ApprovedWriter, type ApprovedIndex} from '../release/approved.ts'
import type {FileRecord} from '../release/release.ts'
import type {ContentSource} from '../source/source.ts'
import {ArticleJudge} from './article-judge.ts'
import {factsOf, readBesideArticles, type ApprovedLibrary, type Judgement} from './findings.ts'

interface JudgingOptions {
  /** The folder that receives the approved content. */
  readonly dir: string
  /** YYYY-MM-DD, UTC. */
  readonly today: string
  /** The approved content of the current release, for sources without a history. */
  readonly previous?: ApprovedIndex | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

/** What the rules find in approved content, and what readers get of it. */
interface Outcome extends Judgement, Conclusion {}

/** What the gate and the rules found together. `gated` counts pictures that cannot be shown among the errors. */
export interface GatedAndJudged extends Outcome {
  /** What the gate alone found. */
  readonly gated: Gated
  /** Errors of the pictures in newer texts that wait for approval. */
  readonly waiting: readonly Finding[]
  /** The file of what passed the gate. It also holds what the rules refuse. */
  readonly approved: FileRecord
}

/**
 * Passes a whole source through the gate, writes the approved content and judges it.
 *
 * @throws Failure if the source cannot be read.
 */
export async function gateAndJudge(
  source: ContentSource,
  {dir, today, previous, onProgress}: JudgingOptions,
): Promise<GatedAndJudged> {
  using writer = new ApprovedWriter(dir)
  await using articles = new ArticleJudge({
    dir,
    writer,
    today,
    onProgress: (done, total) => onProgress?.({stage: 'judge', done, total}),
  })
  let read = 0
  const passed = await gate(source, {
    today,
    previous,
    writer,
    next: articles,
    onDocument: () => onProgress?.({stage: 'gate', done: ++read}),
  })
  const approved = writer.finish()
  const gated = await withPictures(passed, source, dir)
  const waiting = await makePictures(source, passed.pictures.waiting, dir)
  await articles.finish()
  return {gated, waiting, approved, ...(await outcomeOf({gated, articles, dir, today}))}
}

/** Makes the pictures that texts show. What is wrong with them is an error of these texts. */
async function withPictures(gated: Gated, source: ContentSource, dir: string): Promise<Gated> {
  const errors = await makePictures(source, gated.pictures.shown, dir)
  const faults = Map.groupBy(errors, ({document}) => document)
    .entries()
    .map(([document, found]): [string, string] => [document, whyFaulty(found)])
  return {
    ...gated,
    findings: [...gated.findings, ...errors],
    faults: new Map([...gated.faults, ...faults]),
  }
}

/** What the gate let through, ready to be judged. */
interface Approved {
  readonly gated: Gated
  readonly articles: ArticleJudge
  readonly dir: string
  readonly today: string
}

/**
 * Withholds what the rules refuse. Other pages may link to a refused page or need it, so everything is
 * judged again until no more pages are refused.
 */
async function outcomeOf(approved: Approved): Promise<Outcome> {
  const besides = await readBesideArticles(approved.dir)
  let refused = new Map<string, Refusal>()
  for (;;) {
    const outcome = await judged(approved, besides, refused)
    const refusedNow = refusedBy(outcome.findings)
    if (refusedNow.size === refused.size) return outcome
    refused = refusedNow
  }
}

/** What the rules find if readers do not get the pages that were refused so far. */
async function judged(
  {gated, articles, today}: Approved,
  {builder, others}: ApprovedLibrary,
  refused: ReadonlyMap<string, Refusal>,
): Promise<Outcome> {
  const result = conclude(gated, refused)
  const facts = factsOf(gated, result.settled, today)
  const context = builder.build(facts)
  const findings = [
    ...(await articles.findings(facts)),
    ...others.flatMap((document) => check(document, context)),
  ]
  return {...result, findings, settings: reportedSettings(context.settings)}
}
