// What the rules read of a library when they judge one document. Each read has a name, so that an export knows which
// documents to judge again.

import type {Context, SettledRecord} from '../../policy/rule.ts'

/** The parts of a context that rules read as a whole. */
const wholes = [
  'therapies',
  'clinics',
  'warningSigns',
  'settings',
  'languages',
  'glossary',
  'tables',
] as const

/**
 * The same context for one document.
 *
 * @param own The id of the document.
 * @param onRead Called before each read. `answerTo` tells what the same read gives in another context.
 */
export function observed(context: Context, own: string, onRead: (read: string) => void): Context {
  const read = <Part>(name: string, part: () => Part): Part => {
    onRead(name)
    return part()
  }
  return {
    today: {
      isBefore: (day) => read(`before ${day}`, () => context.today.isBefore(day)),
      get date() {
        return read('today', () => context.today.date)
      },
    },
    get therapies() {
      return read('therapies', () => context.therapies)
    },
    get clinics() {
      return read('clinics', () => context.clinics)
    },
    get warningSigns() {
      return read('warningSigns', () => context.warningSigns)
    },
    disclaimers: {
      get scopes() {
        return read('disclaimers', () => context.disclaimers.scopes)
      },
      titleOf: (id) => read(`title ${id}`, () => context.disclaimers.titleOf(id)),
      lackOf: (id) => read(`lack ${id}`, () => context.disclaimers.lackOf(id)),
    },
    get settings() {
      return read('settings', () => context.settings)
    },
    get languages() {
      return read('languages', () => context.languages)
    },
    get glossary() {
      return read('glossary', () => context.glossary)
    },
    get tables() {
      return read('tables', () => context.tables)
    },
    persons: {get: (id) => read(`person ${id}`, () => context.persons.get(id))},
    agingWorks: {get: (id) => read(`work ${id}`, () => context.agingWorks.get(id))},
    sources: {get: (id) => read(`source ${id}`, () => context.sources.get(id))},
    cited: {has: (id) => read(`cited ${id}`, () => context.cited.has(id))},
    settled: {
      get: (id) =>
        id === own
          ? read(`own ${id}`, () => context.settled.get(id))
          : read(`settled ${id}`, () => seenFromOutside(context.settled.get(id))),
    },
  }
}

/** What a read gives. */
export function answerTo(context: Context, read: string): unknown {
  const [kind, id = ''] = read.split(' ')
  switch (kind) {
    case 'before':
      return context.today.isBefore(id)
    case 'today':
      return context.today.date
    case 'disclaimers':
      return context.disclaimers.scopes
    case 'title':
      return context.disclaimers.titleOf(id)
    case 'lack':
      return context.disclaimers.lackOf(id)
    case 'person':
      return context.persons.get(id)
    case 'work':
      return context.agingWorks.get(id)
    case 'source':
      return context.sources.get(id)
    case 'cited':
      return context.cited.has(id)
    case 'own':
      return context.settled.get(id)
    case 'settled':
      return seenFromOutside(context.settled.get(id))
    default: {
      const whole = wholes.find((one) => one === read)
      return whole && context[whole]
    }
  }
}

/** Of another document, rules only learn whether readers get it: the gate may not have read it yet. */
function seenFromOutside(record: SettledRecord | undefined): SettledRecord | undefined {
  return record && {...assumed, type: record.type, state: record.state}
}

/** What rules are told of an article that the gate has not read yet: that readers get it, as they get most. */
export const assumed: SettledRecord = {
  type: 'article',
  state: 'approved',
  title: '',
  language: '',
  facts: {},
  revision: '',
  slug: undefined,
  reviewers: [],
  decidedOn: '',
  nextReview: undefined,
}
