// How this project serves each criterion of the PIF TICK, the UK's quality mark for health
// information, and what no software can do for it. https://pifonline.org.uk/pif-tick/about/

interface Criterion {
  readonly name: string
  /** What it asks for, in our words. */
  readonly asks: string
  /** What serves it here; nothing where software cannot. */
  readonly served?: string
  /** What remains for people. */
  readonly remains: string
}

export const pifTick: readonly Criterion[] = [
  {
    name: 'Systems',
    asks: 'a process that is written down and kept to',
    served:
      'Every revision goes from draft to review to approval; decisions are append-only, and the lake’s log bears them out. No path leads around a reviewer.',
    remains: 'A policy of the house: who writes, who reviews, what counts as a source.',
  },
  {
    name: 'Training',
    asks: 'staff who are trained and supported',
    served: 'Each check says why, with its source, where the writer works; the guides in docs/.',
    remains: 'Training itself. Software cannot see whether anybody had it.',
  },
  {
    name: 'Need',
    asks: 'information that people need',
    remains: 'Finding out what readers need. Nothing here does that.',
  },
  {
    name: 'Evidence',
    asks: 'reliable, up-to-date evidence, told clearly',
    served:
      'evidence/*, claims/* and freshness/*: citations on statements of effect, no absolute claims, evidence levels in plain words, review dates of at most three years, and pages that go when nobody renews them.',
    remains: 'Whether a source is good, and says what the text says it does: the reviewer’s work.',
  },
  {
    name: 'Involving users',
    asks: 'readers who take part in making it',
    remains: 'All of it. The review log can hold a reader’s approval if they are made reviewers.',
  },
  {
    name: 'Health inequalities',
    asks: 'language, literacy and access that fit the audience',
    served:
      'plain/* and accessibility/*: reading grade, sentence length, jargon, abbreviations, alternative text, heading order. Pages meet WCAG 2.2 AA and work without script.',
    remains: 'Translations, other formats, and asking those who find reading hard.',
  },
  {
    name: 'Content and design',
    asks: 'clear words that are easy to get at and find one’s way in',
    served:
      'A contents list, cards and tables that reflow, addresses that lead on when they change, links that are checked, one typeface made for legibility.',
    remains: 'Tests with readers.',
  },
  {
    name: 'Feedback',
    asks: 'a clear way for readers to answer',
    served: 'Each page asks whether it was helpful, to the feedback address of the site settings.',
    remains: 'Reading what comes in, and acting on it.',
  },
  {
    name: 'Disseminating',
    asks: 'reach',
    served:
      'Bundles for several channels; titles, summaries and schema.org data for search engines.',
    remains: 'Telling people. Software does not go to clinics.',
  },
  {
    name: 'Impact',
    asks: 'knowing what difference it makes',
    remains: 'Measuring it. Pages carry no tracking, by design.',
  },
]
