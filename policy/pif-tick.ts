// How this project supports each criterion of the PIF TICK, the UK's quality mark for health
// information, and what people must still do. https://pifonline.org.uk/pif-tick/about/

interface Criterion {
  readonly name: string
  /** What the criterion asks for, in our words. */
  readonly asks: string
  /** How this project supports it; undefined if software cannot. */
  readonly served?: string
  /** What people must still do. */
  readonly remains: string
}

export const pifTick: readonly Criterion[] = [
  {
    name: 'Systems',
    asks: 'a documented process that is followed',
    served:
      'Every revision goes from draft to review to approval. Decisions are append-only, and the lake’s log confirms them. No text can bypass the reviewer.',
    remains: 'A policy of the organization: who writes, who reviews, and what counts as a source.',
  },
  {
    name: 'Training',
    asks: 'trained and supported staff',
    served:
      'Each rule explains its reason and its source where the writer works. The docs/ folder has guides.',
    remains: 'The training itself. Software cannot tell whether staff had it.',
  },
  {
    name: 'Need',
    asks: 'information that people need',
    remains: 'Finding out what readers need. Nothing here can do that.',
  },
  {
    name: 'Evidence',
    asks: 'reliable, up-to-date evidence, clearly explained',
    served:
      'evidence/*, claims/* and freshness/*: citations for statements of effect, no absolute claims, evidence levels in plain words, reviews at least every three years, and pages that are withheld when their review is long overdue.',
    remains: 'Checking that a source is good and supports the text. This is the reviewer’s work.',
  },
  {
    name: 'Involving users',
    asks: 'readers who help to make the information',
    remains:
      'All of it. A reader who gets the role of a reviewer can record an approval in the review log.',
  },
  {
    name: 'Health inequalities',
    asks: 'language, literacy and access that fit the audience',
    served:
      'plain/* and accessibility/*: reading grade, sentence length, jargon, abbreviations, alternative text, heading order. Pages meet WCAG 2.2 AA and work without JavaScript.',
    remains: 'Translations, other formats, and asking people who find reading hard.',
  },
  {
    name: 'Content and design',
    asks: 'clear content that is easy to reach and to navigate',
    served:
      'A table of contents, cards and tables that reflow, redirects from former addresses, link checks, and a typeface designed for legibility.',
    remains: 'Tests with readers.',
  },
  {
    name: 'Feedback',
    asks: 'a clear way for readers to give feedback',
    served:
      'Each page asks whether it was helpful and sends the answer to the feedback address in the site settings.',
    remains: 'Reading the feedback and acting on it.',
  },
  {
    name: 'Disseminating',
    asks: 'information that reaches people',
    served:
      'Bundles for several channels; titles, summaries and schema.org data for search engines.',
    remains: 'Telling people about the information, for example in clinics.',
  },
  {
    name: 'Impact',
    asks: 'knowing what difference the information makes',
    remains: 'Measuring the difference. Pages have no tracking, by design.',
  },
]
