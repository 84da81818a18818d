// A rendition states the same facts as its source: only the words differ.

import {exampleRendition, exampleSource} from '../examples/renditions.ts'
import {factsOf, renditionIn, type Facts} from '../rendition.ts'
import type {Rule} from '../rule.ts'

/** What the fields are called in messages. */
const names: Readonly<Record<string, string>> = {
  audience: 'readers',
  evidenceLevel: 'level of evidence',
  evidenceSetting: 'setting of the evidence',
  approvedBy: 'regulators',
  scope: 'scope',
  placement: 'placement',
  evidenceLevels: 'levels of evidence',
  channels: 'channels',
  jurisdictions: 'countries',
  therapies: 'therapies',
  conditions: 'conditions',
  country: 'country',
}

/** A rendition may be about more than its source, because these only add disclaimers and warnings. */
const mayAdd: ReadonlySet<string> = new Set(['therapies', 'conditions'])

const therapy = {...exampleRendition, _type: 'therapyType'}
const strong = {type: 'therapyType', facts: {evidenceLevel: ['strong']}}

export const sameFacts: Rule = {
  id: 'renditions/same-facts',
  title: 'A rendition states the same facts as its source',
  severity: 'error',
  rationale:
    'A translation that names another level of evidence, or fewer treatments and conditions, would tell its readers something else and could escape a disclaimer.',
  sources: [
    {
      title: 'FTC: Health Products Compliance Guidance',
      url: 'https://www.ftc.gov/business-guidance/resources/health-products-compliance-guidance',
    },
  ],
  examples: {
    passes: [
      {
        says: 'A translation with the level of evidence of its source.',
        document: {...therapy, evidenceLevel: 'strong'},
        context: exampleSource(strong),
      },
    ],
    fails: [
      {
        says: 'A translation with another level of evidence than its source.',
        document: {...therapy, evidenceLevel: 'limited'},
        context: exampleSource(strong),
      },
      {
        says: 'A translation for no country, of a text for readers in the United States.',
        document: exampleRendition,
        context: exampleSource({facts: {country: ['US']}}),
      },
      {
        says: 'A translation that leaves out a condition of its source.',
        document: exampleRendition,
        context: exampleSource({facts: {conditions: ['back-pain']}}),
      },
    ],
  },
  *check({document}, {sources, therapies}) {
    const rendition = renditionIn(document)
    const source = rendition && sources.get(rendition.of)
    if (!source || source.type !== document._type) return
    const own = factsOf(document)
    // A translation is about the translations of the therapies that its source is about.
    const originals: Facts = {
      ...own,
      therapies: (own.therapies ?? []).map((id) =>
        id === document._id ? rendition.of : (therapies.get(id)?.original ?? id),
      ),
    }
    for (const [field, expected] of Object.entries(source.facts)) {
      const stated: readonly string[] = originals[field] ?? []
      // A translation can be for readers of another country, but not of none: it would lose the disclaimers of each.
      if (field === 'country' && stated.length > 0) continue
      const missing = expected.filter((value) => !stated.includes(value))
      const added = mayAdd.has(field) ? [] : stated.filter((value) => !expected.includes(value))
      if (missing.length === 0 && added.length === 0) continue
      yield {
        path: field,
        subject: 'This text',
        message: `has other ${names[field] ?? field} than its source “${source.title}” (${rendition.of}): ${listed(stated)}, not ${listed(expected)}`,
        hint: 'Enter the same as in the source. If the source is wrong, correct it there.',
      }
    }
  },
}

function listed(values: readonly string[]): string {
  return values.length === 0 ? 'none' : values.join(', ')
}
