// What do the editorial rules cost: a writer who pauses in a long article, and an export?
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {approvedDocuments, ApprovedWriter} from '../pipeline/approved.ts'
import {editorialFindings} from '../pipeline/editorial.ts'
import {gate} from '../pipeline/gate.ts'
import {ContextBuilder} from '../pipeline/policyContext.ts'
import {openPathSource} from '../pipeline/source.ts'
import {check} from '../policy/check.ts'
import {revisionOf} from '../review/revision.ts'
import {article} from './article.ts'
import {sharedContent} from './content.ts'
import {measure} from './measure.ts'
import {say} from './say.ts'
import {verdict, type Verdict} from './targets.ts'
import {exportCommand, prepareTrial} from './trial.ts'

export interface PolicyResults {
  /** Milliseconds to judge a long article after a keystroke. */
  readonly pause: {readonly words: number; readonly median: number; readonly worst: number}
  /** Milliseconds to work out the digest of the same article: what the Studio does besides. */
  readonly digest: number
  readonly articles: number
  /** Seconds to judge all articles, and to export them. */
  readonly judging: number
  readonly exporting: number
}

const PAUSES = 50

export async function measurePolicy(articles: number): Promise<PolicyResults> {
  const pause = measurePauses()
  say(`Making ${articles} articles, unless they are there already`)
  const trial = await prepareTrial(articles)
  say('Exporting them')
  const {seconds: exporting} = await measure(exportCommand(trial))
  say('Judging them')
  const judging = await judge(join(trial.dir, 'lake'))
  return {...pause, articles, judging, exporting}
}

function measurePauses(): Pick<PolicyResults, 'pause' | 'digest'> {
  const shared = sharedContent()
  const bodies = Array.from({length: 6}, (_, index) => article(index, 6, shared).body)
  const long = {...article(0, 6, shared), body: [...bodies.entries()].flatMap(keyed)}
  const words = wordsIn(long)
  const context = new ContextBuilder().build({
    today: '2026-01-01',
    standings: new Map(),
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

/** The blocks of several articles as one: as many as give a long one. */
const keyed = ([index, body]: [number, ReturnType<typeof article>['body']]) =>
  body.map((block) => ({...block, _key: `${index}-${block._key}`}))

const wordsIn = (content: object): number =>
  [...JSON.stringify(content).matchAll(/"text":"([^"]*)"/g)].flatMap(
    ([, text = '']) => text.match(/\S+/g) ?? [],
  ).length

function millisecondsOf(work: () => unknown): number {
  const started = performance.now()
  work()
  return performance.now() - started
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

async function judge(lake: string): Promise<number> {
  const dir = mkdtempSync(join(tmpdir(), 'countersign-bench-'))
  try {
    await using source = await openPathSource(lake)
    using writer = new ApprovedWriter(dir)
    const gated = await gate(source, {writer, articlesAreParsedLater: true})
    writer.finish()
    const started = performance.now()
    await editorialFindings(approvedDocuments(dir), {
      ...gated,
      shown: gated.settled,
      today: '2025-06-01',
    })
    return (performance.now() - started) / 1000
  } finally {
    rmSync(dir, {recursive: true, force: true})
  }
}

export const policyVerdicts = ({pause, judging, exporting}: PolicyResults): Verdict[] => [
  verdict(`milliseconds for ${pause.words} words after a keystroke, median,`, pause.median, 50),
  verdict('judging over exporting', judging / exporting, 0.25),
]

/** The figures, for people. */
export const policyLines = (results: PolicyResults): string[] => {
  const {pause, digest, articles, judging, exporting} = results
  return [
    `A pause in ${pause.words} words: ${pause.median.toFixed(1)} ms (worst ${pause.worst.toFixed(1)}), ${(pause.median / digest).toFixed(1)} times its digest`,
    `${articles} articles: judged in ${judging.toFixed(2)} s, exported in ${exporting.toFixed(2)} s`,
  ]
}
