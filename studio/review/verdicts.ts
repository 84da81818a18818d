// What readers get of the library, and what they do not get: what an export would withhold now. It asks what the
// gate of an export asks. Of the editorial rules it applies only those that refuse a text because time has passed:
// the others need the words of the whole library at once.

import {isDocumentType, type DocumentType} from '../../model/index.ts'
import {ContextBuilder} from '../../model/policy-context.ts'
import {pointersIn, type Pointer} from '../../model/references.ts'
import {
  conclude,
  LONGEST_TITLE,
  refusedBy,
  type Conclusion,
  type Passed,
} from '../../model/standing/outcome.ts'
import {
  reviewersOf,
  settledOf,
  settledRecord,
  titleOf,
  type Settled,
} from '../../model/standing/settled.ts'
import {requirementsOf, Showable} from '../../model/standing/showable.ts'
import {whyFaulty} from '../../model/standing/unapproved.ts'
import {verdictOn, versionOf, versionsFrom} from '../../model/standing/verdict.ts'
import type {Withheld} from '../../model/standing/withheld.ts'
import {DatasetChecks, shapeFindings} from '../../model/validate.ts'
import {check} from '../../policy/check.ts'
import {lapsed} from '../../policy/evidence/lapsed.ts'
import {shorten, type Finding} from '../../policy/finding.ts'
import {reviewExpired} from '../../policy/freshness/expired.ts'
import type {Decision} from '../../review/decision.ts'
import {isAdministrative, isGoverned, isPageType, type GovernedType} from '../../review/governed.ts'
import {pastStates, type AskHistory} from '../../review/history.ts'
import {contentOf, type StoredDocument} from '../../review/revision.ts'
import {caseIn, type Governance} from './governance.ts'

interface Known {
  readonly governance: Governance
  readonly decisions: readonly Decision[]
  readonly history: AskHistory
  /** YYYY-MM-DD */
  readonly today: string
}

/** Takes the published documents of a library one by one, so that their texts do not stay in memory. */
export class Verdicts {
  readonly #known: Known
  readonly #decisionsOn: ReadonlyMap<string, readonly Decision[]>
  readonly #context = new ContextBuilder()
  readonly #checks = new DatasetChecks()
  readonly #showable = new Showable()
  readonly #settled: Settled[] = []
  readonly #ungoverned: Passed['ungoverned'][number][] = []
  readonly #withheld: Withheld[] = []
  readonly #refusals: Finding[] = []

  constructor(known: Known) {
    this.#known = known
    this.#decisionsOn = Map.groupBy(known.decisions, ({subject}) => subject)
    const {settings} = known.governance
    if (settings) this.#context.add(contentOf(settings))
  }

  /**
   * Adds a published document. Add pictures first, and works before the texts that cite them.
   *
   * @throws Error if the lake does not answer
   */
  async add(content: StoredDocument): Promise<void> {
    const {_type: type} = content
    if (!isDocumentType(type)) return
    const pointers = pointersIn(content)
    this.#checks.add(content, pointers)
    const errors = shapeFindings(content, type)
    if (isGoverned(type)) await this.#addGoverned(content, {type, pointers, errors})
    else this.#addUngoverned(content, {type, pointers, errors})
  }

  #addUngoverned(content: StoredDocument, {type, pointers, errors}: Read<DocumentType>): void {
    const listed = {id: content._id, type, title: shorten(titleOf(content), LONGEST_TITLE)}
    if (errors.length === 0) {
      this.#ungoverned.push(listed)
      this.#showable.add(requirementsOf(content, pointers))
    } else if (type !== 'sanity.imageAsset') {
      this.#withheld.push({...listed, reason: whyFaulty(errors), shown: 'nothing'})
    }
  }

  async #addGoverned(
    content: StoredDocument,
    {type, pointers, errors}: Read<GovernedType>,
  ): Promise<void> {
    const {governance, history, today} = this.#known
    const {_id: id} = content
    const current = versionOf(content, governance.plans)
    const {standing, shortfall} = await verdictOn(current, {
      type,
      errors,
      published: versionsFrom(current, pastStates(history, id), governance.plans),
      decided: caseIn(governance, type, this.#decisionsOn.get(id) ?? []),
      resolves: (pointer) => this.#checks.resolves(pointer),
    })
    if (shortfall) {
      const title = shorten(titleOf(content), LONGEST_TITLE)
      this.#withheld.push({id, type, title, ...shortfall})
    }
    if (!standing) return
    const text = standing.candidate.content
    const one = settledOf(text, {type, ...standing})
    this.#settled.push(one)
    if (standing.state === 'retracted') return
    const needs = text === content ? pointers : pointersIn(text)
    this.#showable.add(requirementsOf(text, needs, isAdministrative(type) ? [] : reviewersOf(one)))
    if (type === 'citedWork') this.#context.add(text)
    const settled = new Map([[id, settledRecord(one)]])
    const context = this.#context.build({today, settled, cited: new Set(), disclaimers: []})
    this.#refusals.push(...check(text, context, [reviewExpired, lapsed]))
  }

  /** What readers do not get of the documents that were added. */
  withheld(): readonly Withheld[] {
    return this.#conclusion().withheld
  }

  /** The pages that readers get now, and would not get if a document was taken away. */
  fallingWith(id: string): readonly Settled[] {
    const left = new Set(approvedIn(this.#conclusion(id)).map((one) => one.id))
    return approvedIn(this.#conclusion()).filter(
      (one) => isPageType(one.type) && one.id !== id && !left.has(one.id),
    )
  }

  /** @param away The id of a document that is taken away. */
  #conclusion(away?: string): Conclusion {
    const waiting = new Set(this.#withheld.map(({id}) => id))
    const faults = Map.groupBy(this.#checks.findings(), ({document}) => document)
      .entries()
      .filter(([id]) => !waiting.has(id))
      .map(([id, errors]): [string, string] => [id, whyFaulty(errors)])
    const passed = {
      settled: this.#settled,
      ungoverned: this.#ungoverned,
      withheld: this.#withheld,
      faults: new Map(faults),
      showable: this.#showable,
    }
    const refused = refusedBy(this.#refusals)
    return conclude(
      passed,
      away === undefined ? refused : refused.set(away, {reason: 'it is taken away', isOwn: true}),
    )
  }
}

function approvedIn({settled}: Conclusion): Settled[] {
  return settled.filter(({state}) => state === 'approved')
}

/** A document as far as it was judged. */
interface Read<Type> {
  readonly type: Type
  readonly pointers: readonly Pointer[]
  /** What is wrong with its shape. */
  readonly errors: readonly Finding[]
}
