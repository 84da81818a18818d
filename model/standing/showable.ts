// Which approved documents can in fact be shown. A page shows the words of other documents too
// (answers, therapy cards, references, disclaimers): unless all of those are approved, it waits.

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
  /** What decides on its disclaimers: the therapies and conditions that it covers, and its language. */
  readonly covers: readonly string[]
  readonly conditions: readonly string[]
  readonly language: string
}

/** Collects approved documents; once all are in, says which of them can be shown. */
export class Showable {
  readonly #documents = new Map<string, Requirements>()
  readonly #disclaimers: Disclaimer[] = []
  readonly #evidenceLevels = new Map<string, string>()

  /**
   * Takes in an approved revision of a governed document.
   *
   * @param pointers Its references, by `pointersIn`.
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
   * Why documents cannot be shown, by id; those that can be are not in it.
   *
   * @param refused Those of which that is known already.
   */
  reasons(refused: ReadonlyMap<string, string>): Map<string, string> {
    const reasons = new Map(refused)
    // What falls out may be needed elsewhere, so look again until nothing more falls out.
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
      return `it uses ${missing}, of which no approved revision can be shown`
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
