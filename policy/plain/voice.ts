// Finds the passive voice in a sentence: a form of "be" before a past participle.

import type {Quote} from '../finding.ts'

/** Participles without -ed of verbs that are common in health writing. */
const irregular =
  'beaten|begun|bent|bitten|borne|bought|bound|broken|brought|built|burnt|cast|caught|chosen|cut|' +
  'dealt|done|drawn|driven|eaten|fed|felt|forbidden|forgotten|fought|found|given|grown|heard|held|' +
  'hidden|hit|kept|known|laid|learnt|led|left|lit|lost|made|meant|met|overcome|overseen|paid|proven|' +
  'put|read|rebuilt|rewritten|run|said|seen|sent|set|sewn|shaken|shed|shot|shown|sold|sought|spent|' +
  'split|spoken|spread|spun|stolen|struck|stung|swept|taken|taught|thought|thrown|told|torn|' +
  'understood|undertaken|upheld|withdrawn|withheld|won|worn|wound|woven|written'

/** Participles that describe a state or a feeling, such as "tired". They are not passive. */
const adjectives =
  'addicted|advanced|aged|amazed|annoyed|ashamed|astonished|bloated|bored|committed|complicated|' +
  'concerned|confused|constipated|convinced|crowded|dedicated|dehydrated|delighted|depressed|' +
  'detailed|disabled|disappointed|distressed|divorced|embarrassed|excited|exhausted|experienced|' +
  'fatigued|frightened|frustrated|hundred|impaired|impressed|inclined|indeed|inflamed|interested|' +
  'involved|limited|married|mixed|motivated|naked|need|overjoyed|pleased|qualified|relaxed|relieved|' +
  'retired|sacred|satisfied|scared|shocked|skilled|stressed|surprised|thrilled|tired|' +
  'un(?!der)[a-z]+ed|wicked|worried'

/** “People are used to it” means that they are accustomed. “They are used to treat” is passive. */
const ACCUSTOMED = 'used to (?:it|the|an?|[a-z]+ing)'

const PARTICIPLE = `(?!(?:${adjectives})\\b(?! by\\b)|${ACCUSTOMED}\\b)(?:${irregular}|[a-z]{2,}ed)\\b(?!-)`

const BE = "(?:am|is|are|was|were|be|been|being)(?:n['’]t)?"
const CONTRACTED = "(?:there['’]s|(?:you|they|we)['’]re|I['’]m)"

/** What may come between the two: "is not usually given", "neither proven nor approved". */
const between =
  '(?:,? (?:not|never|ever|also|always|often|sometimes|seldom|still|now|then|just|even|once|first|' +
  'only|almost|already|soon|well|best|better|all|both|each|either|neither|it|they|this|that|these|' +
  'those|you|we|he|she|[a-z]+ly),?){0,3}'

const statement = new RegExp(`\\b(?:${BE}|${CONTRACTED})${between} ["'“‘]?${PARTICIPLE}`, 'i')

/** What follows a passive, but not "it's helped me", which means "it has helped me". */
const AFTER_PASSIVE =
  '(?=$|[.,;:?!]| (?:by|in|on|for|to|with|at|from|into|under|before|after|during|as|if|when|first)\\b)'

const itIs = new RegExp(
  `\\b(?:it|that|he|she|who|what)['’]s${between} (?!(?:come|happened|worked)\\b)${PARTICIPLE}${AFTER_PASSIVE}`,
  'i',
)

/** A question has its subject between the two: "How is the needle cleaned?" */
const question = new RegExp(
  `^(?:(?:how|when|where|why|what|which|who)(?: [a-z]+){0,2} )?${BE}` +
    `(?: (?!(?:for|to|in|on|of|at|with) )[a-z-]+){1,4}? ${PARTICIPLE}${AFTER_PASSIVE}`,
  'i',
)

/**
 * Where the first passive clause of a sentence is, such as "is injected". A participle without a verb,
 * as in "a fluid made from blood", is not a clause.
 */
export function passiveIn(sentence: string): Pick<Quote, 'start' | 'end'> | undefined {
  const match =
    statement.exec(sentence) ??
    itIs.exec(sentence) ??
    (sentence.includes('?') ? question.exec(sentence) : undefined)
  return match ? {start: match.index, end: match.index + match[0].length} : undefined
}
