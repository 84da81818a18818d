// Gathers from the documents of a library what the editorial rules may know about it. The pipeline and
// the Studio both use it.

import {publishedDisclaimers} from '../policy/disclaimers/published.ts'
import type {GlossaryEntry} from '../policy/plain/glossary.ts'
import {originalOf, renditionIn} from '../policy/rendition.ts'
import type {
  ClinicRecord,
  Context,
  PersonRecord,
  SettledRecord,
  SignsRecord,
  SourceRecord,
  TableRecord,
  TherapyRecord,
  WorkRecord,
} from '../policy/rule.ts'
import type {Setting} from '../policy/settings/setting.ts'
import {todayIs} from '../policy/today.ts'
import type {KnownType} from '../review/governed.ts'
import {once} from '../review/once.ts'
import type {StoredDocument} from '../review/revision.ts'
import {usualLanguages} from '../schemas/data/languages.ts'
import {citedWork, type CitedWork} from './cited-work.ts'
import {clinic} from './clinic.ts'
import {glossaryTerm} from './glossary-term.ts'
import {person} from './person.ts'
import {settingsOf} from './site-settings.ts'
import {byFirstDay} from './standing/settled.ts'
import {therapyType} from './therapy-type.ts'
import {groupsOf, warningSigns} from './warning-signs.ts'

/** The types of which the rules may have to know every document. The Studio reads all of these. */
export const smallTypes = [
  'siteSettings',
  'person',
  'clinic',
  'therapyType',
  'warningSigns',
  'glossaryTerm',
] as const satisfies readonly KnownType[]

/** The types whose documents `ContextBuilder` takes. Of cited works, the rules need those that a text cites. */
const contextTypes = [...smallTypes, 'citedWork'] as const

/** Facts that are not in the documents. */
export interface Facts extends Pick<Context, 'cited'> {
  /** The day of judgement: YYYY-MM-DD, UTC. */
  readonly today: string
  readonly settled: ReadonlyMap<string, SettledRecord>
  /** All published disclaimers, approved or not. */
  readonly disclaimers: readonly StoredDocument[]
}

/**
 * What a library changes about the rules.
 *
 * @param siteSettings The document, if there is one. A document that does not fit the model changes nothing.
 */
export function settingsIn(siteSettings: StoredDocument | undefined): readonly Setting[] {
  return (siteSettings && settingsOf(siteSettings)?.rules) ?? []
}

/**
 * The languages that texts of a library can be in.
 *
 * @param siteSettings The document, if there is one. Without a list in it, they are the usual ones and its own.
 */
export function languagesIn(siteSettings: StoredDocument | undefined): readonly string[] {
  const settings = siteSettings && settingsOf(siteSettings)
  const own = settings ? [settings.language] : []
  return [...new Set([...own, ...(settings?.languages ?? usualLanguages)])]
}

/** Gathers what the rules may know from the documents that are added. */
export class ContextBuilder {
  readonly #therapies = new Map<string, TherapyRecord>()
  readonly #persons = new Map<string, PersonRecord>()
  readonly #clinics: ClinicRecord[] = []
  readonly #titles = new Map<string, string>()
  readonly #agingWorks = new Map<string, WorkRecord>()
  readonly #warningSigns: SignsRecord[] = []
  readonly #glossary: GlossaryEntry[] = []
  #settings: readonly Setting[] = []
  #languages: readonly string[] = usualLanguages

  /**
   * Adds a document. Skips one that does not fit the model, because the shape check reports it.
   *
   * @param content Without the lake's bookkeeping, which fits no model.
   */
  add(content: StoredDocument): void {
    const {_id: id} = content
    // A case for a type that is not in the list does not compile.
    switch (contextTypes.find((type) => type === content._type)) {
      case 'therapyType': {
        const {data} = therapyType.safeParse(content)
        if (!data) break
        const {name, aliases = [], evidenceLevel, approvedBy = [], language} = data
        this.#therapies.set(id, {
          id,
          language,
          original: renditionIn(content)?.of,
          names: [name, ...aliases],
          evidenceLevel,
          approvedBy,
        })
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
      case 'citedWork': {
        const {data} = citedWork.safeParse(content)
        if (!data) break
        this.#titles.set(id, data.title)
        if (isAging(data)) this.#agingWorks.set(id, this.#recordOf(data))
        break
      }
      case 'warningSigns': {
        const {data} = warningSigns.safeParse(content)
        if (!data) break
        const {title, language, therapies = [], conditions = []} = data
        const about = new Set([...therapies, ...conditions].map(({_ref}) => _ref))
        const signs = groupsOf(data).flatMap(({urgency, signs: texts}) =>
          texts.map((text) => ({urgency, text})),
        )
        this.#warningSigns.push({
          id,
          language,
          original: originalOf(content),
          title,
          about,
          signs,
        })
        break
      }
      case 'glossaryTerm': {
        const {data} = glossaryTerm.safeParse(content)
        if (data) this.#glossary.push({term: data.term, plain: data.plain})
        break
      }
      case 'siteSettings':
        this.#settings = settingsIn(content)
        this.#languages = languagesIn(content)
        break
    }
  }

  build(facts: Facts): Context {
    const known = {today: todayIs(facts.today), settled: facts.settled, settings: this.#settings}
    return {
      ...known,
      cited: facts.cited,
      sources: sourcesIn(facts.settled),
      tables: tablesIn(facts.settled),
      disclaimers: publishedDisclaimers(facts.disclaimers, known),
      therapies: this.#therapies,
      persons: this.#persons,
      clinics: this.#clinics,
      agingWorks: this.#agingWorks,
      warningSigns: this.#warningSigns,
      glossary: this.#glossary,
      languages: this.#languages,
    }
  }

  #recordOf({title, status = 'current', validUntil, supersededBy}: CitedWork): WorkRecord {
    const titles = this.#titles
    return {
      title,
      status,
      validUntil,
      // A newer work may be added after the one that it supersedes.
      get newer() {
        return supersededBy && titles.get(supersededBy._ref)
      },
    }
  }
}

/** What renditions may know of their sources. Readers get a text of a source only if it is approved. */
function sourcesIn(settled: Facts['settled']): Context['sources'] {
  const translations = once(() => translationsIn(settled))
  return {
    get: (id): SourceRecord | undefined => {
      const record = settled.get(id)
      if (record?.state !== 'approved') return undefined
      const {type, follows, title, language, revision, sameMessage, facts} = record
      return {
        type,
        follows,
        title,
        language,
        revision,
        sameMessage,
        facts,
        translations: translations().get(id) ?? [],
      }
    },
  }
}

/** The translations that readers get, by the id of their source. Those that came out first are first. */
function translationsIn(settled: Facts['settled']): Map<string, SourceRecord['translations']> {
  const all = [...settled].flatMap(([id, {state, original, language, firstPublished}]) =>
    state === 'approved' && original !== undefined
      ? [{id, original, language, firstPublished}]
      : [],
  )
  return new Map(
    [...Map.groupBy(all.toSorted(byFirstDay), ({original}) => original)].map(
      ([original, group]) => [original, group.map(({id, language}) => ({id, language}))],
    ),
  )
}

/** The tables of words around texts that readers get. Those that came out first are first. */
function tablesIn(settled: Facts['settled']): TableRecord[] {
  return [...settled]
    .flatMap(([id, {type, state, language, firstPublished}]) =>
      type === 'siteWords' && state === 'approved' ? [{id, language, firstPublished}] : [],
    )
    .toSorted(byFirstDay)
    .map(({id, language}) => ({id, language}))
}

/** Whether the rules may have to say something about a citation of a work. */
function isAging({status = 'current', validUntil}: CitedWork): boolean {
  return status !== 'current' || validUntil !== undefined
}
