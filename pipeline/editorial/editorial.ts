// Passes a source through the gate and judges what the gate lets through by the rules of policy/.
// Articles are judged in other threads while the gate is still reading.

import {conclude, refusedBy, type Conclusion, type Refusal} from '../../model/standing/outcome.ts'
import {whyFaulty} from '../../model/standing/unapproved.ts'
import type {Finding} from '../../policy/finding.ts'
import {reportedSettings} from '../../policy/settings/report.ts'
import {revisionOf} from '../../review/revision.ts'
import type {ApprovedBefore} from '../approved/before.ts'
import {ApprovedWriter} from '../approved/writer.ts'
import type {KnownDecisions} from '../gate/decisions.ts'
import {gate, gateSteps, type Gated, type GateSteps} from '../gate/gate.ts'
import {makePictures, type PictureStep} from '../gate/pictures.ts'
import type {Memory} from '../memory/memory.ts'
import type {Progress} from '../progress.ts'
import type {EarlierTexts} from '../release/earlier-texts.ts'
import type {ContentSource} from '../source/source.ts'
import {digester, type DigestOf} from '../steps/reads.ts'
import {StepsOf} from '../steps/steps.ts'
import type {KeptFile, Store} from '../store/store.ts'
import {ArticleJudge} from './article-judge.ts'
import {judge} from './articles.ts'
import {factsOf, readBesideArticles, type ApprovedLibrary, type Judgement} from './findings.ts'
import {Judgements} from './judgements.ts'
import {answerTo} from './observed.ts'

/** What the gate and the rules remember. */
export interface JudgingSteps extends GateSteps {
  /** Judging one document. */
  readonly judgement: StepsOf<readonly Finding[]>
  /** Making one picture. */
  readonly picture: StepsOf<PictureStep>
}

/** @param memory Without one, no step is known. */
export function judgingSteps(memory: Memory | undefined): JudgingSteps {
  return {
    ...gateSteps(memory),
    judgement: new StepsOf('judgement', memory),
    picture: new StepsOf('picture', memory),
  }
}

interface JudgingOptions {
  /** The folder that receives the approved content. */
  readonly dir: string
  /** YYYY-MM-DD, UTC. */
  readonly today: string
  /** What earlier exports found. */
  readonly steps: JudgingSteps
  /** The decisions that an earlier export knew. */
  readonly decisions?: KnownDecisions | undefined
  /** Keeps the files of approved content. */
  readonly store: Store
  /** The approved content of the current release. */
  readonly before?: ApprovedBefore | undefined
  /** The texts of earlier releases, for sources without a history. */
  readonly previous?: EarlierTexts | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

/** What the rules find in approved content, and what readers get of it. */
interface Outcome extends Judgement, Conclusion {}

/** What the gate and the rules found together. `gated` counts pictures that cannot be shown among the errors. */
export interface GatedAndJudged extends Outcome {
  /** What the gate alone found. */
  readonly gated: Gated
  /** The pictures of texts that passed the gate, by their path in a channel. */
  readonly pictures: ReadonlyMap<string, KeptFile>
  /** Errors of the pictures in newer texts that wait for approval. */
  readonly waiting: readonly Finding[]
  /** What passed the gate. Also what the rules refuse. Its last file is closed. */
  readonly approved: ApprovedWriter
}

/**
 * Passes a whole source through the gate, writes the approved content and judges it.
 *
 * @throws Failure if the source cannot be read.
 */
export async function gateAndJudge(
  source: ContentSource,
  {dir, today, steps, decisions = [], store, before, previous, onProgress}: JudgingOptions,
): Promise<GatedAndJudged> {
  using writer = new ApprovedWriter({dir, store, before})
  const judgements = new Judgements(steps.judgement)
  await using articles = new ArticleJudge({
    dir,
    writer,
    today,
    judgements,
    onProgress: (done, total) => onProgress?.({stage: 'judge', done, total}),
  })
  let read = 0
  const passed = await gate(source, {
    today,
    steps,
    decisions,
    before,
    previous,
    writer,
    next: articles,
    onDocument: () => onProgress?.({stage: 'gate', done: ++read}),
  })
  writer.finish()
  const making = {dir, store, steps: steps.picture, made: new Map<string, PictureStep>()}
  const pictures = await makePictures(source, passed.pictures.shown, making)
  const waiting = await makePictures(source, passed.pictures.waiting, making)
  const gated = withErrors(passed, pictures.findings)
  await articles.finish()
  return {
    gated,
    pictures: pictures.files,
    waiting: waiting.findings,
    approved: writer,
    ...(await outcomeOf({gated, articles, dir, today, judgements})),
  }
}

/** What is wrong with a picture is an error of the texts that show it. */
function withErrors(gated: Gated, errors: readonly Finding[]): Gated {
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
  readonly judgements: Judgements
}

/**
 * Withholds what the rules refuse. Other pages may link to a refused page or need it, so everything is
 * judged again until no more pages are refused.
 */
async function outcomeOf(approved: Approved): Promise<Outcome> {
  const besides = await readBesideArticles(approved.dir)
  let refused = new Map<string, Refusal>()
  for (;;) {
    const {outcome, digestOf} = await judged(approved, besides, refused)
    const refusedNow = refusedBy(outcome.findings)
    if (refusedNow.size === refused.size) {
      approved.judgements.remember(digestOf)
      return outcome
    }
    refused = refusedNow
  }
}

/** What the rules find if readers do not get the pages that were refused so far. */
async function judged(
  {gated, articles, today, judgements}: Approved,
  {builder, others}: ApprovedLibrary,
  refused: ReadonlyMap<string, Refusal>,
): Promise<{readonly outcome: Outcome; readonly digestOf: DigestOf}> {
  const result = conclude(gated, refused)
  const facts = factsOf(gated, result.settled, today)
  const context = builder.build(facts)
  const digestOf = digester((read) => answerTo(context, read))
  const findings = [
    ...(await articles.findings(facts, digestOf)),
    ...others.flatMap((document) => {
      const input = revisionOf(document)
      const known = judgements.find(document._id, input, digestOf)
      if (known) return known
      const judged = judge(document, {input, context, digestOf})
      judgements.add(judged)
      return judged.trace.result
    }),
  ]
  return {outcome: {...result, findings, settings: reportedSettings(context.settings)}, digestOf}
}
