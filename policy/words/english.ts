// Words by which a text is told to be English (policy/text/language.ts), in lines.

/** The most frequent English words. Few of them occur in other languages. */
export const FREQUENT_WORDS: readonly string[] = [
  'the and of to are is it you your that this for or with not if can may be have has by from they we will when after',
  'about there',
]

/** Other short English words. Other languages have short words too, but few of these. */
export const SHORT_WORDS: readonly string[] = [
  'a an in on at as so no up do go my me he she i its was but who how out per any all day use get one two new old',
  'few own had did due let off end why yet too try set put way man men arm ear eye hip jaw leg rib toe lip gum fat',
  'gut flu lab low red raw dry wet hot ice top ten six age aid air ask bad bed big bit box cup cut far fit gel her',
  'him his key led lie lot may met nor now our pad pay pen pus ran run sat saw say see sex sit tea tie us via yes',
  'eat ate cm mg ml mm kg mcg',
]
