// The values that a field offers, each with its title in the Studio.

/** One value of a field that offers several. */
export interface Option<Value extends string = string> {
  readonly title: string
  readonly value: Value
}

export const languageOptions = [
  {title: 'English (United States)', value: 'en-US'},
  {title: 'English (United Kingdom)', value: 'en-GB'},
] as const

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
  {title: 'Reviewer', value: 'reviewer'},
] as const

export const toneOptions = [
  {title: 'Note', value: 'note'},
  {title: 'See a doctor', value: 'seeDoctor'},
  {title: 'Urgent', value: 'urgent'},
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

/** The values of some options. */
export function valuesOf<Value extends string>(options: readonly Option<Value>[]): Value[] {
  return options.map(({value}) => value)
}
