// Takes a sentence apart into clauses and tells which of them state something.

export interface Clause {
  readonly text: string
  /** Where it begins in its sentence. */
  readonly start: number
}

/** Between clauses that could each stand alone. */
const boundary =
  /[;:—–]|\s-\s|,? \b(?:but|yet|although|though|whereas)\b|, (?:and|so|or|because|since|as)\b|\b(?:and|so|because)(?= (?:the|it|its|they|you|your|we|this|these|our|there|that|most|many|some|no)\b)/giu

/** What states no fact but under which circumstances one holds. */
const condition = /\b(?:if|unless|until|in case|whether|provided that)\b/iu
/** A condition that comes first ends with a comma. */
const conditionFirst =
  /^\s*(?:and |so )?(?:if|unless|until|in case|when|once|before|while)\b[^,]*(?:,|$)/iu

/** The clauses of a sentence, without their conditions. */
export function clausesOf(sentence: string): Clause[] {
  const clauses: Clause[] = []
  let start = 0
  const add = (end: number): void => {
    let text = sentence.slice(start, end)
    const first = conditionFirst.exec(text)
    if (first) {
      text = text.slice(first[0].length)
      start += first[0].length
    }
    const later = condition.exec(text)
    if (later) text = text.slice(0, later.index)
    if (text.trim() !== '') clauses.push({text, start})
  }
  for (const {index, 0: mark} of sentence.matchAll(boundary)) {
    add(index)
    start = index + mark.length
  }
  add(sentence.length)
  return clauses
}

const imperatives =
  "ask|tell|call|keep|take|avoid|use|do|don[’']t|try|choose|come|join|book|say|stand|wear|put|bring|see|talk|speak|contact|stop|start|drink|eat|apply|check|read|wait|let|give|get|make|be|remember|expect|enjoy|discover|wave|go|look|find|learn|phone|ring|seek|report|follow|store|stay|sit|lie|raise|lift|move|cut|never|always|please|consider|think|discuss|plan|arrange|write|sign|leave|visit|meet|forget|ditch|skip|swap|unlock|transform|banish|fix|restore|wake|live|trust|beware|ignore|return|press|place|hold|clean|wash|cover|remove|allow|aim|begin|continue|finish|set|stick|imagine|picture|order|buy|throw|drop|turn|mention|show|limit|swallow|chew|record|prepare|pack|reduce|increase|prevent|relieve|help (?:your|us|yourself)|end (?:your|the)|heal (?:your|the)|treat (?:your|yourself)|rest (?:your|the|for|when|in|it)|ice (?:your|the|it)|exercise (?:every|regularly|gently|within|as)|walk (?:away|every|for|a little|as|to)|build|add|switch|say|feel (?:the|like|free)|experience|rediscover|reclaim|regain|beat|boost|protect|insist|refuse|note|watch|warm|bend|stretch|breathe|rub|massage|sleep (?:on|with)|change|tick|fill|print|collect|inform|schedule|trade"
const instruction = new RegExp(
  `^\\W*(?:and |so |then |or |just |also |first,? |today,? |instead,? |afterwards,? )*(?:${imperatives})\\b(?! (?:is|are|was|were|can|may|will|helps?)\\b)`,
  'iu',
)
const advice =
  /^\W*(?:and |so |then )*(?:you (?:should|must|need to|ought|are advised|are asked|do not have to|may want to|can (?:ask|read|call|choose|book|bring|print|also|find|talk|speak|get in touch))|we (?:will|can|may|recommend|advise|suggest|ask|offer|use|do not)|i (?:confirm|understand|agree|consent|have)\b)/iu

/** Whether a clause tells the reader what to do instead of stating something. */
export const isInstruction = (clause: string): boolean =>
  instruction.test(clause) || advice.test(clause)
