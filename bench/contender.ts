// What the bench compares: programs that make pages and bundles of the same articles.

import type {Changed} from './change.ts'
import type {SharedContent} from './content.ts'
import type {Command} from './measure.ts'
import type {Trial} from './trial.ts'

/** What happened since a contender's last run, and how the bench calls it. */
export const scenarios = {
  full: 'full, from nothing',
  unchanged: 'nothing changed',
  article: 'one article changed',
  disclaimer: 'a disclaimer that all pages show',
  setting: 'the name of the site',
} as const satisfies Readonly<Record<'full' | 'unchanged' | Changed, string>>

export type Scenario = keyof typeof scenarios

/** All scenarios, in the order in which they are measured. */
export const scenarioNames: readonly Scenario[] = [
  'full',
  'unchanged',
  'article',
  'disclaimer',
  'setting',
]

/** A program that the bench can run. */
export interface Contender {
  readonly name: string
  readonly title: string
  /** What it makes, and from what. */
  readonly makes: string
  /** The scenarios in which it has something to do. */
  readonly scenarios: readonly Scenario[]
  /** Its version, if it has one of its own. Throws a Failure if it is not here. */
  readonly version?: () => Promise<string>
  /** Makes what it reads, unless an earlier run did. */
  readonly prepare: (trial: Trial, shared: SharedContent) => Promise<void>
  /** Makes it ready for a turn. */
  readonly open: (trial: Trial) => Promise<OpenContender>
}

/** A contender, ready to run on one trial. */
export interface OpenContender extends Partial<AsyncDisposable> {
  readonly command: Command
  /** Forgets all earlier runs. */
  readonly reset: () => void
  /** Changes what it reads. */
  readonly change: (what: Changed) => Promise<void>
  /** The processor time that a server has used for it until now. */
  readonly serverCpuSeconds?: () => number | undefined
}
