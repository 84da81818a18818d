// The editorial stage: judges content by the rules of policy/, and holds back what they refuse.
// Documents are judged each for itself, so the articles of a large library are shared out over
// threads.
import {isOpen, type Finding} from '../policy/finding.ts'
import {isGoverned} from '../review/governed.ts'
import {factsOf, type Judgement} from './editorial/findings.ts'
import {judgeShare} from './editorial/share.ts'
import {conclude, type Gated, type GateResult} from './gate.ts'
import type {Facts} from './policyContext.ts'
import {shareOut, type OnProgress} from './threads.ts'

interface JudgeOptions {
  /** The folder that holds what is approved. */
  readonly dir: string
  /** YYYY-MM-DD, UTC. */
  readonly today: string
  /** Called for every article, anew each time that they are judged. */
  readonly onProgress: OnProgress
}

/** Approved content as it was judged, and what readers get of it. */
interface Verdict extends Judgement, GateResult {}

/**
 * Judges what is approved, and holds back what the rules refuse. A page that is refused may be what
 * others lead to or must carry, so those are judged again until nothing more falls out.
 */
export async function judgeApproved(
  gated: Gated,
  {dir, today, onProgress}: JudgeOptions,
): Promise<Verdict> {
  let refused = new Map<string, string>()
  for (;;) {
    const concluded = conclude(gated, refused)
    const facts = factsOf(gated, concluded.settled, today)
    const judgement = await judgeAll(gated, {dir, facts, onProgress})
    const before = refused.size
    refused = refusedBy(judgement.findings)
    if (refused.size === before) return {...concluded, ...judgement}
  }
}

interface JudgeAllOptions extends Pick<JudgeOptions, 'dir' | 'onProgress'> {
  readonly facts: Facts
}

/**
 * What the rules find in all that the gate wrote: in articles, then in everything else, each in the
 * order in which it was written.
 */
async function judgeAll(
  {settled}: Gated,
  {dir, facts, onProgress}: JudgeAllOptions,
): Promise<Judgement> {
  const articles = settled.flatMap(({id, type, place}) =>
    type === 'article' && place ? [{id, place}] : [],
  )
  const parts = await shareOut({
    work: judgeShare,
    helper: new URL('editorial/worker.ts', import.meta.url),
    task: {dir, facts, articles: articles.map(({place}) => place)},
    documents: articles.length,
    onProgress,
  })
  // Which thread took which article is chance.
  const ranks = new Map(articles.map(({id}, index) => [id, index]))
  const rank = ({document}: Finding): number => ranks.get(document) ?? ranks.size
  return {
    findings: parts.flatMap(({findings}) => findings).toSorted((a, b) => rank(a) - rank(b)),
    tunings: parts[0].tunings,
  }
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

const said = ({rule, quote}: Finding): string => (quote ? `${rule} (“${quote.text}”)` : rule)
