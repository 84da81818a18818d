// The values that a field offers, each with its title in the Studio.

import type {ContentType} from '../../review/governed.ts'

/** One value of a field that offers several. */
export interface Option<Value extends string = string> {
  readonly title: string
  readonly value: Value
}

export const audienceOptions = [
  {title: 'Patients', value: 'patients'},
  {title: 'Carers', value: 'carers'},
  {title: 'Health professionals', value: 'professionals'},
] as const

export const workOptions = [
  {title: 'Journal article', value: 'article-journal'},
  {title: 'Book', value: 'book'},
  {title: 'Chapter', value: 'chapter'},
  {title: 'Report or guideline', value: 'report'},
  {title: 'Web page', value: 'webpage'},
] as const

/** Whether a cited work still stands, the best first. A work without a status is current. */
export const workStatusOptions = [
  {title: 'Current', value: 'current'},
  {title: 'Superseded by a newer work', value: 'superseded'},
  {title: 'Withdrawn by its makers', value: 'withdrawn'},
  {title: 'Retracted', value: 'retracted'},
] as const

export type WorkStatus = (typeof workStatusOptions)[number]['value']

/** What decides on which pages a disclaimer appears. */
export const scopeOptions = [
  {title: 'Every page', value: 'always'},
  {title: 'Pages that cover one of these therapies', value: 'therapies'},
  {title: 'Pages that cover a therapy with one of these evidence levels', value: 'evidence'},
  {title: 'Pages about one of these conditions', value: 'conditions'},
  {title: 'Pages in one of these channels', value: 'channels'},
  {title: 'Pages for one of these countries', value: 'jurisdictions'},
] as const

export type Scope = (typeof scopeOptions)[number]['value']

export const placementOptions = [
  {title: 'Under the summary, before the text', value: 'top'},
  {title: 'After the text', value: 'end'},
] as const

export const personRoleOptions = [
  {title: 'Author', value: 'author'},
  {title: 'Clinical reviewer', value: 'reviewer'},
  {title: 'Editor', value: 'editor'},
  {title: 'Legal reviewer', value: 'legalReviewer'},
  {title: 'Reader panel', value: 'panelReader'},
  {title: 'Administrator', value: 'administrator'},
] as const

/**
 * The languages in which a reviewer can be qualified. They are those that most people in the United States who know little
 * English speak (U.S. Census Bureau, American Community Survey, language spoken at home), and Welsh.
 */
const languageFieldOptions = [
  {title: 'Arabic', value: 'ar'},
  {title: 'Chinese', value: 'zh'},
  {title: 'English', value: 'en'},
  {title: 'French', value: 'fr'},
  {title: 'German', value: 'de'},
  {title: 'Haitian Creole', value: 'ht'},
  {title: 'Hindi', value: 'hi'},
  {title: 'Italian', value: 'it'},
  {title: 'Japanese', value: 'ja'},
  {title: 'Korean', value: 'ko'},
  {title: 'Persian', value: 'fa'},
  {title: 'Polish', value: 'pl'},
  {title: 'Portuguese', value: 'pt'},
  {title: 'Russian', value: 'ru'},
  {title: 'Spanish', value: 'es'},
  {title: 'Tagalog', value: 'tl'},
  {title: 'Ukrainian', value: 'uk'},
  {title: 'Vietnamese', value: 'vi'},
  {title: 'Welsh', value: 'cy'},
] as const

/** The fields in which a reviewer can be qualified. */
export const fieldOptions = [
  {title: 'General practice', value: 'generalPractice'},
  {title: 'Pain medicine', value: 'painMedicine'},
  {title: 'Physical medicine and rehabilitation', value: 'physicalMedicine'},
  {title: 'Physical therapy', value: 'physicalTherapy'},
  {title: 'Orthopedics', value: 'orthopedics'},
  {title: 'Rheumatology', value: 'rheumatology'},
  {title: 'Radiology', value: 'radiology'},
  {title: 'Pharmacy', value: 'pharmacy'},
  {title: 'Nursing', value: 'nursing'},
  {title: 'Health law', value: 'healthLaw'},
  {title: 'Plain language', value: 'plainLanguage'},
  ...languageFieldOptions,
] as const

/** The types for which a library can set a plan. The plan of people and settings never changes. */
export const plannedTypeOptions = [
  {title: 'Articles', value: 'article'},
  {title: 'Therapies', value: 'therapyType'},
  {title: 'Questions', value: 'faq'},
  {title: 'Disclaimers', value: 'disclaimer'},
  {title: 'Warning signs', value: 'warningSigns'},
  {title: 'References', value: 'citedWork'},
  {title: 'Conditions', value: 'condition'},
  {title: 'Clinics', value: 'clinic'},
  {title: 'Words around texts', value: 'siteWords'},
] as const satisfies readonly Option<ContentType>[]

/** The kinds of words for which a plan can ask. */
export const kindOptions = [
  {title: 'Clinical', value: 'clinical'},
  {title: 'Editorial', value: 'editorial'},
  {title: 'Legal', value: 'legal'},
  {title: 'Reader panel', value: 'readerPanel'},
] as const

/** In which form a document has the message of another. */
export const renditionKindOptions = [
  {title: 'Translation', value: 'translation'},
  {title: 'Easy read', value: 'easyRead'},
  {title: 'Large print', value: 'largePrint'},
  {title: 'Audio', value: 'audio'},
] as const

/** The kinds of renditions in the language of their source. */
export const formKinds = ['easyRead', 'largePrint', 'audio'] as const satisfies readonly Exclude<
  (typeof renditionKindOptions)[number]['value'],
  'translation'
>[]

export type FormKind = (typeof formKinds)[number]

/** Who made a rendition. Each needs the word of a qualified person all the same. */
export const renditionMethodOptions = [
  {title: 'A person', value: 'human'},
  {title: 'A machine, and a person read it', value: 'machineReviewed'},
] as const

/** The days of a week, in the order in which clinics list them. */
export const dayOptions = [
  {title: 'Monday', value: 'monday'},
  {title: 'Tuesday', value: 'tuesday'},
  {title: 'Wednesday', value: 'wednesday'},
  {title: 'Thursday', value: 'thursday'},
  {title: 'Friday', value: 'friday'},
  {title: 'Saturday', value: 'saturday'},
  {title: 'Sunday', value: 'sunday'},
] as const

/** What makes a clinic easier to use for some people. Readers can look for it. */
export const accessibilityOptions = [
  {title: 'Entrance without steps', value: 'stepFreeEntrance'},
  {title: 'Accessible toilet', value: 'accessibleToilet'},
  {title: 'Accessible parking', value: 'accessibleParking'},
  {title: 'Hearing loop', value: 'hearingLoop'},
  {title: 'Sign language interpreter', value: 'signLanguage'},
  {title: 'Quiet room', value: 'quietRoom'},
] as const

export const toneOptions = [
  {title: 'Note', value: 'note'},
  {title: 'See a doctor', value: 'seeDoctor'},
  {title: 'Urgent', value: 'urgent'},
] as const

/** How soon a reader with a warning sign needs help, the most urgent first. */
export const urgencyOptions = [
  {title: 'Get help now', value: 'now'},
  {title: 'Get help today', value: 'today'},
  {title: 'Get help soon', value: 'soon'},
] as const

export type Urgency = (typeof urgencyOptions)[number]['value']

/** How often a harm is known to happen. The scale is that of the European Medicines Agency's product leaflets. */
export const frequencyOptions = [
  {title: 'in more than 1 in 10 people', value: 'veryCommon'},
  {title: 'in up to 1 in 10 people', value: 'common'},
  {title: 'in up to 1 in 100 people', value: 'uncommon'},
  {title: 'in up to 1 in 1,000 people', value: 'rare'},
  {title: 'in up to 1 in 10,000 people', value: 'veryRare'},
  {title: 'how often is not known', value: 'notKnown'},
] as const

/** What a writer can do to words, in every kind of health text. */
export const decoratorOptions = [
  {title: 'Strong', value: 'strong'},
  {title: 'Emphasis', value: 'em'},
  {title: 'Subscript', value: 'sub'},
  {title: 'Superscript', value: 'sup'},
] as const

export type Decorator = (typeof decoratorOptions)[number]['value']

/** The lists of every kind of health text. */
export const listOptions = [
  {title: 'Bulleted', value: 'bullet'},
  {title: 'Numbered', value: 'number'},
] as const

export type ListKind = (typeof listOptions)[number]['value']

/** The only style of answers, disclaimers and callouts. */
export const plainStyleOptions = [{title: 'Paragraph', value: 'normal'}] as const

/** The styles that a block in the body of a page can have. */
export const styleOptions = [
  ...plainStyleOptions,
  {title: 'Heading 2', value: 'h2'},
  {title: 'Heading 3', value: 'h3'},
  {title: 'Heading 4', value: 'h4'},
  {title: 'Quote', value: 'blockquote'},
] as const

export type Style = (typeof styleOptions)[number]['value']

/** The title of a value, which is one of the options. */
export function titleOf<Value extends string>(
  options: readonly Option<Value>[],
  value: Value,
): string {
  return options.find((option) => option.value === value)?.title ?? value
}

/** The values of some options. */
export function valuesOf<Value extends string>(options: readonly Option<Value>[]): Value[] {
  return options.map(({value}) => value)
}
