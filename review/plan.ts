// Sign-off plans: whose word a text needs before readers may see it.

import {compareFiling, type Decision} from './decision.ts'
import {isAdministrative} from './governed.ts'
import type {SignOffKind} from './sign-off-kind.ts'

/** How many people have to give a kind of word. */
export interface Requirement {
  readonly kind: SignOffKind
  /** Different people, 1 or more. */
  readonly people: number
  /** The field that their pages must list, if the plan names one. */
  readonly field?: string | undefined
}

export type Plan = readonly Requirement[]

/** What a library asks for: the requirements for some texts. A text has to match every list that is given. */
export interface PlanRule {
  readonly types?: readonly string[] | undefined
  readonly therapies?: readonly string[] | undefined
  readonly conditions?: readonly string[] | undefined
  readonly audiences?: readonly string[] | undefined
  readonly requirements: Plan
}

/** A text, as far as its plan depends on it. */
export interface PlanSubject {
  readonly type: string
  /** The ids of the therapies and conditions that it covers. */
  readonly therapies: readonly string[]
  readonly conditions: readonly string[]
  readonly audience?: string | undefined
  /**
   * The language into which it was translated, without country; undefined if it is no translation. Words around texts
   * are one, unless they are in the language of the site.
   */
  readonly translatedInto?: string | undefined
}

/** The plan of people and site settings. No library can change it, because these say what the plans are. */
const ADMINISTRATIVE_PLAN: Plan = [{kind: 'administrative', people: 1}]

/** The plan of content for which a library asks nothing else. */
const USUAL_PLAN: Plan = [{kind: 'clinical', people: 1}]

/**
 * The plan of a text. Rules for whole types replace the usual plan. Rules for therapies, conditions
 * and audiences add to it, and so does a translation. No rule can ask for less than one word.
 */
export function planFor(subject: PlanSubject, rules: readonly PlanRule[]): Plan {
  if (isAdministrative(subject.type)) return ADMINISTRATIVE_PLAN
  const matching = rules.filter((rule) => matches(rule, subject))
  const general = matching.filter((rule) => !isScoped(rule))
  const scoped = matching.filter(isScoped)
  const base = general.length === 0 ? USUAL_PLAN : requirementsIn(general)
  return strictest([...base, ...requirementsIn(scoped), ...translationPlan(subject)])
}

/** A translation needs the word of a person who is qualified in its language, however it was made. */
function translationPlan({translatedInto}: PlanSubject): Plan {
  return translatedInto === undefined ? [] : [{kind: 'clinical', people: 1, field: translatedInto}]
}

function isScoped({therapies, conditions, audiences}: PlanRule): boolean {
  return [therapies, conditions, audiences].some((list) => list !== undefined && list.length > 0)
}

function matches(
  {types, therapies, conditions, audiences}: PlanRule,
  subject: PlanSubject,
): boolean {
  return (
    isAmong(types, [subject.type]) &&
    isAmong(therapies, subject.therapies) &&
    isAmong(conditions, subject.conditions) &&
    isAmong(audiences, subject.audience === undefined ? [] : [subject.audience])
  )
}

/** An empty list limits nothing. */
function isAmong(listed: readonly string[] | undefined, values: readonly string[]): boolean {
  return (
    listed === undefined || listed.length === 0 || values.some((value) => listed.includes(value))
  )
}

function requirementsIn(rules: readonly PlanRule[]): Requirement[] {
  return rules.flatMap(({requirements}) => requirements)
}

/** Of requirements of the same kind and field, the one that asks for the most people. */
function strictest(requirements: readonly Requirement[]): Plan {
  const byKind = Map.groupBy(requirements, ({kind, field}) => `${kind} ${field ?? ''}`)
  return [...byKind.values()].map((alike) =>
    alike.reduce((most, one) => (one.people > most.people ? one : most)),
  )
}

/** A requirement, with the newest words that were given for it: at most as many as it asks for. */
export interface RequirementProgress extends Requirement {
  readonly words: readonly Decision[]
}

/** How far the plan of a text is met. */
export interface SignOff {
  /** `urgent`: not yet met, but two reviewers asked for an urgent correction. */
  readonly state: 'open' | 'met' | 'urgent'
  readonly requirements: readonly RequirementProgress[]
  /** The words by which readers may see the text, the oldest first. Empty while it is open. */
  readonly words: readonly Decision[]
}

/** Within this time two reviewers have to ask for an urgent correction, in milliseconds. */
export const URGENT_WINDOW = 60 * 60_000

/**
 * How far a plan is met.
 *
 * @param approvals Those of one revision that count, with the fields of their reviewers; oldest first.
 * @param isCorrection Whether another text of the document was approved before. Only then an urgent
 *   correction is possible.
 */
export function signOffOf(
  plan: Plan,
  approvals: readonly Decision[],
  {isCorrection = true} = {},
): SignOff {
  const requirements = plan.map((requirement) => ({
    ...requirement,
    words: wordsFor(requirement, approvals),
  }))
  const isMet = requirements.every(({people, words}) => words.length >= people)
  const urgent = isMet || !isCorrection ? undefined : urgentPair(approvals)
  if (!isMet && !urgent) return {state: 'open', requirements, words: []}
  const words = urgent ?? new Set(requirements.flatMap((requirement) => requirement.words))
  return {
    state: urgent ? 'urgent' : 'met',
    requirements,
    words: [...words].toSorted(compareFiling),
  }
}

function wordsFor({kind, people, field}: Requirement, approvals: readonly Decision[]): Decision[] {
  const suitable = approvals.filter(
    (one) => one.kind === kind && (field === undefined || one.fields?.includes(field)),
  )
  return newestOfEach(suitable).slice(-people)
}

/** The newest approval of each reviewer, oldest first. */
function newestOfEach(approvals: readonly Decision[]): Decision[] {
  const newest = new Map<string, Decision>()
  for (const one of approvals) {
    newest.delete(one.reviewer)
    newest.set(one.reviewer, one)
  }
  return [...newest.values()]
}

/** The newest two clinical words for an urgent correction, if they came soon enough after each other. */
function urgentPair(approvals: readonly Decision[]): Decision[] | undefined {
  const urgent = approvals.filter(({kind, urgent: asked}) => kind === 'clinical' && asked)
  for (const second of urgent.toReversed()) {
    const first = urgent.findLast(
      (one) =>
        one.reviewer !== second.reviewer &&
        timeOf(one) <= timeOf(second) &&
        timeOf(second) - timeOf(one) <= URGENT_WINDOW,
    )
    if (first) return [first, second]
  }
  return undefined
}

function timeOf({filedAt, decidedAt}: Decision): number {
  return Date.parse(filedAt ?? decidedAt)
}
