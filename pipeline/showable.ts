// Which approved documents can in fact be shown. A page shows the words of other documents too
// (answers, therapy cards, references, disclaimers): unless all of those are approved, it waits.
import {applicableDisclaimers} from '../policy/disclaimers.ts'
import {isGoverned} from '../review/governed.ts'
import type {StoredDocument} from '../review/revision.ts'
import {disclaimer, type Disclaimer} from './model/disclaimer.ts'
import {therapyType} from './model/therapyType.ts'
import {pointersIn, type Pointer} from './references.ts'

/** Types that readers get as pages of their own, which must carry a disclaimer. */
const pageTypes = new Set(['article', 'therapyType', 'faq'])

export class Showable {
  readonly #needs = new Map<string, readonly string[]>()
  readonly #covers = new Map<string, readonly string[]>()
  readonly #disclaimers: Disclaimer[] = []
  readonly #evidenceLevels = new Map<string, string>()

  /** Takes in an approved revision of a governed document. */
  add(content: StoredDocument): void {
    const {_id, _type} = content
    const pointers = pointersIn(content)
    this.#needs.set(
      _id,
      pointers.filter(isEmbedded).map(({target}) => target),
    )
    if (pageTypes.has(_type)) this.#covers.set(_id, coveredTherapies(content, pointers))
    if (_type === 'disclaimer') this.#disclaimers.push(disclaimer.parse(content))
    if (_type === 'therapyType') {
      this.#evidenceLevels.set(_id, therapyType.parse(content).evidenceLevel)
    }
  }

  /**
   * Why documents cannot be shown, by id; those that can be are not in it. Call it once all are in.
   */
  reasons(): Map<string, string> {
    const reasons = new Map<string, string>()
    const lacking = (id: string): boolean => !this.#needs.has(id) || reasons.has(id)

    // What is taken out may be needed elsewhere, so look again until nothing more falls out.
    let before = -1
    while (reasons.size > before) {
      before = reasons.size
      for (const [id, needs] of this.#needs) {
        if (reasons.has(id)) continue
        const missing = needs.find(lacking)
        if (missing !== undefined) {
          reasons.set(id, `it uses ${missing}, which cannot be shown: no approved revision stands`)
        }
      }
      const disclaimers = this.#disclaimers.filter(({_id}) => !reasons.has(_id))
      for (const [id, therapies] of this.#covers) {
        if (reasons.has(id)) continue
        const covered = therapies.map((_id) => ({
          _id,
          evidenceLevel: this.#evidenceLevels.get(_id) ?? '',
        }))
        if (applicableDisclaimers(disclaimers, covered).length === 0) {
          reasons.set(id, 'no approved disclaimer applies to it')
        }
      }
    }
    return reasons
  }
}

const isEmbedded = ({kind, to}: Pointer): boolean => kind === 'needs' && to.some(isGoverned)

/** The ids of the therapies that a page covers: itself, those that it names, those that it shows. */
export function coveredTherapies(
  {_id, _type}: StoredDocument,
  pointers: readonly Pointer[],
): string[] {
  const named = pointers.filter(({to}) => to.length === 1 && to[0] === 'therapyType')
  const ids = named.map(({target}) => target)
  return [...new Set(_type === 'therapyType' ? [_id, ...ids] : ids)]
}
