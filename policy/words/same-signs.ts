// Words that say the same in a warning sign, a line for each meaning. The rule safety/signs-agree reads them as one.

/** The first of each line stands for the others. */
export const SAME_WORDS: readonly string[] = [
  'urinate urinating pee peeing wee weeing',
  'cannot unable',
  'trouble difficulty difficulties problem problems',
  'breath breathe breathing breathless breathlessness',
  'numb numbness',
  'weak weakness',
  'swell swollen swelling swells',
  'fever feverish',
  'vomit vomiting',
  'severe bad terrible',
  'confused confusion',
  'bleed bleeding bleeds',
  'pain painful hurts hurting',
  'swallow swallowing',
  'red redness',
  'bowel bowels',
  'face facial',
  'lose loses losing lost loss',
  'faint faints fainted fainting',
]

/** Phrases, each with the words that stand for it. */
export const SAME_PHRASES: readonly (readonly [phrase: string, words: string])[] = [
  ['can not', 'cannot'],
  ["can't", 'cannot'],
  ['not able to', 'cannot'],
  ['pass urine', 'urinate'],
  ['passing urine', 'urinate'],
  ['pass water', 'urinate'],
  ['high temperature', 'fever'],
  ['shortness of breath', 'trouble breath'],
  ['short of breath', 'trouble breath'],
  ['hard to', 'trouble'],
  ['pass out', 'faint'],
  ['passing out', 'faint'],
  ['throw up', 'vomit'],
  ['throwing up', 'vomit'],
]

/** Words without which a sign is the same. */
export const SMALL_WORDS: readonly string[] = [
  'a an the any some of in on at to for with and or if that is are be being been have has had get gets',
  'you your yours it its there feel feels new newly very quite really',
]
