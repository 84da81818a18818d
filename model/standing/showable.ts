// Finds the approved documents that can be shown. A page also shows words of other documents (answers,
// therapy cards, references, disclaimers), so it waits until all of those are approved.

import {coveredTherapies, namedConditions} from '../../policy/coverage.ts'
import {applicableDisclaimers, type Coverage} from '../../policy/disclaimers/applies.ts'
import {isGoverned, isPageType} from '../../review/governed.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {channelNames, type ChannelName} from '../../schemas/data/channels.ts'
import {disclaimer, type Disclaimer} from '../disclaimer.ts'
import type {Pointer} from '../references.ts'
import {therapyType} from '../therapy-type.ts'

/** What decides whether one document can be shown. */
interface Requirements {
  readonly type: string
  /** The governed documents whose words it shows. */
  readonly needs: readonly string[]
  /** The therapies that it covers. With its conditions and language, they decide its disclaimers. */
  readonly covers: readonly string[]
  readonly conditions: readonly string[]
  readonly language: string
}

/** Collects approved documents. Once all are added, tells which of them can be shown. */
export class Showable {
  readonly #documents = new Map<string, Requirements>()
  readonly #disclaimers: Disclaimer[] = []
  readonly #evidenceLevels = new Map<string, string>()

  /**
   * Adds an approved revision of a governed document.
   *
   * @param pointers Its references, from `pointersIn`.
   */
  add(content: StoredDocument, pointers: readonly Pointer[]): void {
    const {_id, _type: type} = content
    this.#documents.set(_id, {
      type,
      needs: pointers.filter(isEmbedded).map(({target}) => target),
      covers: coveredTherapies(content),
      conditions: namedConditions(content),
      language: String(content.language),
    })
    if (type === 'disclaimer') this.#disclaimers.push(disclaimer.parse(content))
    if (type === 'therapyType') {
      this.#evidenceLevels.set(_id, therapyType.parse(content).evidenceLevel)
    }
  }

  /**
   * Why documents cannot be shown, by id. Documents that can be shown are left out.
   *
   * @param refused The reasons that are known already.
   */
  reasons(refused: ReadonlyMap<string, string>): Map<string, string> {
    const reasons = new Map(refused)
    // Another document may need one that was refused, so repeat until no more are refused.
    let before = -1
    while (reasons.size > before) {
      before = reasons.size
      const disclaimers = this.#disclaimers.filter(({_id}) => !reasons.has(_id))
      for (const [id, requirements] of this.#documents) {
        if (reasons.has(id)) continue
        const reason = this.#lacking(requirements, reasons, disclaimers)
        if (reason !== undefined) reasons.set(id, reason)
      }
    }
    return reasons
  }

  #lacking(
    requirements: Requirements,
    reasons: ReadonlyMap<string, string>,
    disclaimers: readonly Disclaimer[],
  ): string | undefined {
    const missing = requirements.needs.find((id) => !this.#documents.has(id) || reasons.has(id))
    if (missing !== undefined) {
      return `it uses ${missing}, which has no approved revision that can be shown`
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

  #coverage({covers, conditions, language}: Requirements, channel: ChannelName): Coverage {
    const therapies = covers.map((_id) => ({
      _id,
      evidenceLevel: this.#evidenceLevels.get(_id) ?? '',
    }))
    return {therapies, conditions, channel, language}
  }
}

function isEmbedded({kind, to}: Pointer): boolean {
  return kind === 'needs' && to.some(isGoverned)
}
