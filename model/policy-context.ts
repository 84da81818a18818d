// What editorial rules may know of the library, gathered from its documents. For the pipeline and for
// the Studio alike.

import type {GlossaryEntry} from '../policy/plain/glossary.ts'
import type {
  ClinicRecord,
  Context,
  PersonRecord,
  StandingRecord,
  TherapyRecord,
} from '../policy/rule.ts'
import type {Tuning} from '../policy/tuning.ts'
import {contentOf, type StoredDocument} from '../review/revision.ts'
import {clinic} from './clinic.ts'
import {glossaryTerm} from './glossary-term.ts'
import {person} from './person.ts'
import {siteSettings} from './site-settings.ts'
import {therapyType} from './therapy-type.ts'

/** What documents themselves do not say. */
export interface Facts extends Pick<Context, 'today' | 'cited' | 'disclaimers'> {
  readonly standings: ReadonlyMap<string, StandingRecord>
}

/**
 * How the library sets the rules for itself.
 *
 * @param settings The site settings, if there are any; of some that do not fit the model, nothing holds.
 */
export function tuningsIn(settings: StoredDocument | undefined): readonly Tuning[] {
  return (settings && siteSettings.safeParse(contentOf(settings)).data?.rules) ?? []
}

/** Gathers what rules may know, from the documents that it is about. */
export class ContextBuilder {
  readonly #therapies = new Map<string, TherapyRecord>()
  readonly #persons = new Map<string, PersonRecord>()
  readonly #clinics: ClinicRecord[] = []
  readonly #glossary: GlossaryEntry[] = []
  #tunings: readonly Tuning[] = []

  /**
   * Takes in a document; one that does not fit the model is passed over: others say so.
   *
   * @param content Without the lake's bookkeeping, which fits no model.
   */
  add(content: StoredDocument): void {
    const {_id: id} = content
    switch (content._type) {
      case 'therapyType': {
        const {data} = therapyType.safeParse(content)
        if (!data) break
        const {name, aliases = [], evidenceLevel, approvedBy = []} = data
        this.#therapies.set(id, {id, names: [name, ...aliases], evidenceLevel, approvedBy})
        break
      }
      case 'person': {
        const {data} = person.safeParse(content)
        if (data) this.#persons.set(id, {id, name: data.name, interests: data.interests})
        break
      }
      case 'clinic': {
        const {data} = clinic.safeParse(content)
        if (data) this.#clinics.push({id, name: data.name, website: data.website})
        break
      }
      case 'glossaryTerm': {
        const {data} = glossaryTerm.safeParse(content)
        if (data) this.#glossary.push({term: data.term, plain: data.plain})
        break
      }
      case 'siteSettings':
        this.#tunings = tuningsIn(content)
        break
    }
  }

  build(facts: Facts): Context {
    return {
      ...facts,
      therapies: this.#therapies,
      persons: this.#persons,
      clinics: this.#clinics,
      glossary: this.#glossary,
      tunings: this.#tunings,
    }
  }
}
