// The editorial stage: judges content by the rules of policy/, with what they may know of the
// library, and holds back what they refuse.
import {check} from '../policy/check.ts'
import {isOpen, type Finding} from '../policy/finding.ts'
import type {Context} from '../policy/rule.ts'
import type {Tuning} from '../policy/tuning.ts'
import {isGoverned} from '../review/governed.ts'
import type {StoredDocument} from '../review/revision.ts'
import {conclude, type Gated, type GateResult} from './gate.ts'
import {ContextBuilder} from './policyContext.ts'
import {standingRecord, type Settled} from './settled.ts'

/** What the gate knows of the library as a whole. */
interface Facts extends Pick<Gated, 'settled' | 'cited' | 'disclaimers'> {
  /** What readers get of all that is settled. */
  readonly shown: readonly Settled[]
  /** YYYY-MM-DD, UTC. */
  readonly today: string
}

interface Judgement {
  readonly findings: readonly Finding[]
  /** Rules that the library sets otherwise than usual: every report has them. */
  readonly tunings: readonly Tuning[]
}

/** Approved content as it was judged, and what readers get of it. */
interface Verdict extends Judgement, GateResult {}

/**
 * Judges what is approved, and holds back what the rules refuse. A page that is refused may be what
 * others lead to or must carry, so those are judged again until nothing more falls out.
 *
 * @param documents The approved documents, anew for each time that they are judged.
 * @param today YYYY-MM-DD, UTC.
 */
export async function judgeApproved(
  gated: Gated,
  documents: () => AsyncIterable<StoredDocument>,
  today: string,
): Promise<Verdict> {
  let refused = new Map<string, string>()
  for (;;) {
    const concluded = conclude(gated, refused)
    const facts = {...gated, shown: concluded.settled, today}
    const judgement = await editorialFindings(documents(), facts)
    const before = refused.size
    refused = refusedBy(judgement.findings)
    if (refused.size === before) return {...concluded, ...judgement}
  }
}

/**
 * What the rules find in content.
 *
 * @param documents In the order of types that the model has, articles last: what they may need to
 *   know of others comes first.
 */
export async function editorialFindings(
  documents: AsyncIterable<StoredDocument>,
  facts: Facts,
): Promise<Judgement> {
  const {settled, cited, disclaimers, today} = facts
  const shown = new Set(facts.shown.map(({id}) => id))
  const standings = new Map(
    settled.map((one) => {
      const record = standingRecord(one)
      return [one.id, shown.has(one.id) ? record : ({...record, state: 'held'} as const)]
    }),
  )
  const build = (): Context => builder.build({today, standings, cited, disclaimers})
  const builder = new ContextBuilder()
  const waiting: StoredDocument[] = []
  let context: Context | undefined
  const findings: Finding[] = []
  const judge = (document: StoredDocument, known: Context): void => {
    for (const finding of check(document, known)) findings.push(finding)
  }
  for await (const document of documents) {
    if (document._type === 'article') {
      context ??= build()
      judge(document, context)
    } else {
      builder.add(document)
      waiting.push(document)
    }
  }
  context ??= build()
  for (const document of waiting) judge(document, context)
  return {findings, tunings: context.tunings}
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
