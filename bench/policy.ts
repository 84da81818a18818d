// Measures how long the editorial rules take in the Studio, when a writer pauses in a long article,
// and in an export.

import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {ContextBuilder} from '../model/policy-context.ts'
import {ApprovedWriter} from '../pipeline/approved/writer.ts'
import {gateAndJudge, judgingSteps} from '../pipeline/editorial/editorial.ts'
import {gate} from '../pipeline/gate/gate.ts'
import {approvedDocuments} from '../pipeline/release/approved.ts'
import {openPathSource} from '../pipeline/source/source.ts'
import {Store} from '../pipeline/store/store.ts'
import {check} from '../policy/check.ts'
import {passagesOf} from '../policy/text/passages.ts'
import {dayOf} from '../review/days.ts'
import {revisionOf} from '../review/revision.ts'
import {scoresOf, type Score} from '../tests/policy/corpus/scores.ts'
import {article} from './article.ts'
import {sharedContent} from './content.ts'
import {AS_OF_APPROVALS, exportCommand, outOf} from './countersign.ts'
import {DECIDED_AT} from './dataset.ts'
import {measure, median} from './measure.ts'
import {say} from './say.ts'
import {checkTarget, type TargetCheck} from './targets.ts'
import {lakeOf, prepareLake, removeAll, trialOf} from './trial.ts'

export interface PolicyResults {
  /** Milliseconds to check a long article after a keystroke. */
  readonly pause: {readonly words: number; readonly median: number; readonly worst: number}
  /** Milliseconds to compute the digest of the same article, which the Studio does too. */
  readonly digest: number
  readonly articles: number
  /** The sentences of all articles. Generated prose repeats sentences, which are then cached. */
  readonly sentences: {readonly all: number; readonly distinct: number}
  /** Seconds that the rules add to the gate, for all articles. */
  readonly judging: number
  /** Seconds to export all articles. */
  readonly exporting: number
  /** Scores of rules on labelled sentences that they were not tuned on. */
  readonly heldOut: readonly Score[]
}

const PAUSES = 50

const RUNS = 3

export async function measurePolicy(articles: number): Promise<PolicyResults> {
  const pause = measurePauses()
  say(`Making ${articles} articles, unless an earlier run made them`)
  const trial = trialOf(articles)
  const out = outOf(trial)
  await prepareLake(trial, sharedContent())
  const exporting: number[] = []
  const judging: number[] = []
  for (let run = 1; run <= RUNS; run++) {
    say(`Exporting and checking them: run ${run} of ${RUNS}`)
    removeAll([out])
    exporting.push((await measure(exportCommand(lakeOf(trial), out, AS_OF_APPROVALS))).seconds)
    const alone = await timeGate(lakeOf(trial), false)
    judging.push((await timeGate(lakeOf(trial), true)) - alone)
  }
  return {
    ...pause,
    articles,
    sentences: await countSentences(join(out, 'current')),
    judging: median(judging),
    exporting: median(exporting),
    heldOut: scoresOf('held-out'),
  }
}

function measurePauses(): Pick<PolicyResults, 'pause' | 'digest'> {
  const shared = sharedContent()
  const bodies = Array.from({length: 7}, (_, index) => article(index, 7, shared).body)
  const long = {...article(0, 7, shared), body: [...bodies.entries()].flatMap(keyed)}
  const words = wordsIn(long)
  const context = new ContextBuilder().build({
    today: '2026-01-01',
    settled: new Map(),
    cited: new Set(),
    disclaimers: [],
  })
  const judged: number[] = []
  const digested: number[] = []
  for (let keystroke = 0; keystroke < PAUSES; keystroke++) {
    const typed = {...long, title: `${long.title} ${keystroke}`}
    judged.push(millisecondsOf(() => check(typed, context)))
    digested.push(millisecondsOf(() => revisionOf(typed)))
  }
  return {
    pause: {words, median: median(judged), worst: Math.max(...judged)},
    digest: median(digested),
  }
}

/** The blocks of one article, with keys that stay unique beside those of other articles. */
function keyed([index, body]: [number, ReturnType<typeof article>['body']]) {
  return body.map((block) => ({...block, _key: `${index}-${block._key}`}))
}

function wordsIn(content: object): number {
  return [...JSON.stringify(content).matchAll(/"text":"([^"]*)"/g)].flatMap(
    ([, text = '']) => text.match(/\S+/g) ?? [],
  ).length
}

function millisecondsOf(work: () => unknown): number {
  const started = performance.now()
  work()
  return performance.now() - started
}

/** Passes the content of a lake through the gate, and judges it if `isJudged` says so. */
async function passGate(lake: string, isJudged: boolean, dir: string): Promise<void> {
  await using source = await openPathSource(lake)
  const today = dayOf(DECIDED_AT)
  const steps = judgingSteps(undefined)
  const store = new Store(dir)
  if (isJudged) {
    await gateAndJudge(source, {dir, store, today, steps})
    return
  }
  using writer = new ApprovedWriter({dir, store})
  await gate(source, {
    today,
    steps,
    decisions: [],
    writer,
    next: {expect: () => {}, add: () => {}},
  })
  writer.finish()
}

/** @returns The time in seconds. */
async function timeGate(lake: string, isJudged: boolean): Promise<number> {
  const dir = mkdtempSync(join(tmpdir(), 'countersign-bench-'))
  try {
    const started = performance.now()
    await passGate(lake, isJudged, dir)
    return (performance.now() - started) / 1000
  } finally {
    rmSync(dir, {recursive: true, force: true})
  }
}

/** @param dir The folder of a release. */
async function countSentences(dir: string): Promise<PolicyResults['sentences']> {
  const distinct = new Set<string>()
  let all = 0
  for await (const document of approvedDocuments(dir)) {
    if (document._type !== 'article') continue
    for (const {text} of passagesOf(document).flatMap(({sentences}) => sentences)) {
      distinct.add(text)
      all += 1
    }
  }
  return {all, distinct: distinct.size}
}

export function policyChecks({pause, judging, exporting}: PolicyResults): TargetCheck[] {
  return [
    checkTarget(`median milliseconds for ${pause.words} words after a keystroke`, pause.median, 50),
    checkTarget('time of the rules over time of an export', judging / exporting, 0.25),
  ]
}

/** The results in lines for people. */
export function policyLines(results: PolicyResults): string[] {
  const {pause, digest, articles, sentences, judging, exporting} = results
  return [
    `After a keystroke in ${pause.words} words: ${pause.median.toFixed(1)} ms (worst ${pause.worst.toFixed(1)}), ${(pause.median / digest).toFixed(1)} times its digest`,
    `${articles} articles: ${judging.toFixed(2)} s for the rules, ${exporting.toFixed(2)} s for the whole export`,
    `${sentences.distinct} of their ${sentences.all} sentences are distinct`,
    ...results.heldOut.map(
      ({rule, precision, recall}) =>
        `${rule} on held-out sentences: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
    ),
  ]
}
