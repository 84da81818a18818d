// Finds the documents that can be shown. A page also shows words of other documents (answers, therapy
// cards, references, disclaimers, people, conditions) and pictures, so it waits until readers may get
// all of those.

import {countryOf, coveredTherapies, namedConditions} from '../../policy/coverage.ts'
import {
  applicableDisclaimers,
  type CoveredTherapy,
  type Coverage,
} from '../../policy/disclaimers/applies.ts'
import {renditionIn} from '../../policy/rendition.ts'
import {isGoverned, isPageType} from '../../review/governed.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {channelNames, type ChannelName} from '../../schemas/data/channels.ts'
import {disclaimer, type Disclaimer} from '../disclaimer.ts'
import type {Pointer} from '../references.ts'
import {therapyType} from '../therapy-type.ts'

/** What decides whether one document can be shown. It is plain data. */
export interface Requirements {
  readonly id: string
  readonly type: string
  /** The governed documents whose words it shows. */
  readonly embeds: readonly string[]
  /** The other documents that it shows: people, conditions, pictures. */
  readonly names: readonly string[]
  /** The therapies that it covers. With its conditions and country, they decide its disclaimers. */
  readonly covers: readonly string[]
  readonly conditions: readonly string[]
  readonly country: string | undefined
  /** Of a disclaimer that fits the model and is no rendition. */
  readonly disclaimer?: Disclaimer | undefined
  /** Of a therapy. */
  readonly evidenceLevel?: string | undefined
  /** The document of which it is a rendition, if it is one. */
  readonly original?: string | undefined
}

/** The documents that pages may need. */
interface Stock {
  readonly documents: ReadonlyMap<string, Requirements>
  readonly disclaimers: readonly Disclaimer[]
}

/** Collects documents that passed the gate. Once all are added, tells which of them can be shown. */
export class Showable {
  readonly #documents = new Map<string, Requirements>()
  readonly #disclaimers: Disclaimer[] = []
  /** Documents that readers could get once, and the disclaimers among them. */
  readonly #former = new Map<string, Requirements>()
  readonly #formerDisclaimers: Disclaimer[] = []
  /** What is known of therapies, by id. */
  readonly #therapies = new Map<string, Omit<CoveredTherapy, '_id'>>()

  /** Adds a document that needs no approval, or an approved revision of one that does. */
  add(requirements: Requirements): void {
    const {id, disclaimer: item, evidenceLevel, original} = requirements
    this.#documents.set(id, requirements)
    if (item) this.#disclaimers.push(item)
    if (evidenceLevel !== undefined) this.#therapies.set(id, {evidenceLevel, original})
  }

  /** Adds a document that reviewers approved once and that readers cannot get any more. It may have errors. */
  addFormer(requirements: Requirements): void {
    this.#former.set(requirements.id, requirements)
    if (requirements.disclaimer) this.#formerDisclaimers.push(requirements.disclaimer)
  }

  /**
   * Why documents cannot be shown, by id. Documents that can be shown are left out.
   *
   * @param refused The reasons that are known already.
   */
  reasons(refused: ReadonlyMap<string, string>): Map<string, string> {
    return this.#reasons(refused, {documents: this.#documents, disclaimers: this.#disclaimers})
  }

  /**
   * The documents that could not even be shown if readers got everything that reviewers ever approved, by
   * id, with the reasons. So readers never got their present texts.
   */
  reasonsEver(): Map<string, string> {
    return this.#reasons(new Map(), {
      documents: new Map([...this.#former, ...this.#documents]),
      disclaimers: [...this.#formerDisclaimers, ...this.#disclaimers],
    })
  }

  #reasons(
    refused: ReadonlyMap<string, string>,
    {documents, disclaimers: all}: Stock,
  ): Map<string, string> {
    const reasons = new Map(refused)
    // Another document may need one that was refused, so repeat until no more are refused.
    let before = -1
    while (reasons.size > before) {
      before = reasons.size
      const disclaimers = all.filter(({_id}) => !reasons.has(_id))
      for (const [id, requirements] of documents) {
        if (reasons.has(id)) continue
        const reason = this.#lacking(requirements, reasons, {documents, disclaimers})
        if (reason !== undefined) reasons.set(id, reason)
      }
    }
    return reasons
  }

  #lacking(
    requirements: Requirements,
    reasons: ReadonlyMap<string, string>,
    {documents, disclaimers}: Stock,
  ): string | undefined {
    const isMissing = (id: string): boolean => !documents.has(id) || reasons.has(id)
    const unapproved = requirements.embeds.find(isMissing)
    if (unapproved !== undefined) {
      return `it uses ${unapproved}, which has no approved revision that can be shown`
    }
    const missing = requirements.names.find(isMissing)
    if (missing !== undefined) {
      return `it needs ${missing}, which ${reasons.has(missing) ? 'has an error' : 'is not published'}`
    }
    if (!isPageType(requirements.type)) return undefined
    const bare = channelNames.filter(
      (channel) =>
        applicableDisclaimers(disclaimers, this.#coverage(requirements, channel)).length === 0,
    )
    if (bare.length === 0) return undefined
    return bare.length === channelNames.length
      ? 'no approved disclaimer applies to it'
      : `no approved disclaimer applies to it in the channel ${bare.join(', ')}`
  }

  #coverage({covers, conditions, country}: Requirements, channel: ChannelName): Coverage {
    const therapies = covers.map((_id) => ({
      evidenceLevel: '',
      ...this.#therapies.get(_id),
      _id,
    }))
    return {therapies, conditions, channel, country}
  }
}

/**
 * What decides whether a document can be shown.
 *
 * @param pointers Its references, from `pointersIn`.
 * @param reviewers The ids of the people who approved it, if pages name them.
 */
export function requirementsOf(
  content: StoredDocument,
  pointers: readonly Pointer[],
  reviewers: readonly string[] = [],
): Requirements {
  const needed = pointers.filter(({kind}) => kind === 'needs')
  const names = needed.filter(({to}) => !to.some(isGoverned)).map(({target}) => target)
  return {
    id: content._id,
    type: content._type,
    embeds: needed.filter(({to}) => to.some(isGoverned)).map(({target}) => target),
    names: [...names, ...reviewers],
    covers: coveredTherapies(content),
    conditions: namedConditions(content),
    country: countryOf(content),
    disclaimer:
      content._type === 'disclaimer' && !renditionIn(content)
        ? disclaimer.safeParse(content).data
        : undefined,
    original: renditionIn(content)?.of,
    evidenceLevel:
      content._type === 'therapyType'
        ? therapyType.safeParse(content).data?.evidenceLevel
        : undefined,
  }
}
