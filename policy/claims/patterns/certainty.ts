// Words that promise that an effect lasts forever, or comes to everyone.

import type {Pattern} from '../../text/pattern.ts'
import {formsOf, oneOf} from '../../text/phrases.ts'
import {wordsBetween} from './between.ts'

/** Words that something lasts, after verbs and nouns for relief. */
const FOR_GOOD =
  '(?:for good|for ever|forever|for life|once and for all)(?! (?:reason|measure|health|practice))'
const GONE = oneOf(
  'gone|free|end|ends|ended|rid',
  formsOf('banish stop beat erase relieve fix heal solve silence settle knock'),
  'away|goodbye|farewell|relief|disappears?|vanish(?:es|ed)?|shot of|over|off|out|pain|ache|sciatica',
)

export const everlasting: readonly Pattern[] = [
  {
    name: 'permanent relief',
    source:
      '(?:permanent|lifelong|everlasting)(?:ly)? (?:\\w+ ){0,2}(?:relief|cure|fix|solution|results?(?! (?:from|in|if|when)\\b)|(?<!can )freedom|end|repair|answer|recovery|removal)',
    fires: ['a lifelong cure', 'permanent knee pain relief'],
    quiet: ['a permanent job', 'lasting damage', 'Permanent blindness results from it.'],
  },
  {
    name: 'permanently relieves',
    source: oneOf(
      'permanently (?!damag|disab|clos|injur|numb|weak|scar|harm|los|blind|paraly|mov|chang|stiff|in\\b)\\w+(?:s|es|ed)',
      `${formsOf('relieve fix end remove stop resolve settle')}${wordsBetween(4)} permanently`,
    ),
    fires: ['It permanently eases pain.', 'It ends the pain permanently.'],
    quiet: ['The nerve is permanently damaged.', 'The clinic is permanently closed.'],
  },
  {
    name: 'pain-free forever',
    source: 'pain[- ]free (?:for (?:good|ever|life|years|always)|forever|always)',
    fires: ['pain-free for life'],
    quiet: ['pain-free for an hour'],
  },
  {
    name: 'gone for good',
    source: `${GONE}${wordsBetween(6)} ${FOR_GOOD}`,
    fires: ['Your pain is gone for good.', 'Say goodbye to it once and for all.'],
    quiet: ['They stopped it for good reason.', 'She moved here for good.'],
  },
  {
    name: 'never hurts again',
    source: oneOf(
      "never (?:have to |need to )?(?:feel|suffer|hurt|ache|worry about|think about|lose)(?: [\\w'’-]+){0,5} again",
      "(?:pain|aches?|problem|sciatica|arthritis|it) (?:will never|never|won['’]t|doesn['’]t|does not) (?:come back|comes back|returns?)",
      '(?:an? |the )?thing of the past',
    ),
    fires: ['You never feel it again.', 'The pain won’t come back.', 'a thing of the past'],
    quiet: ['Never lift it.', 'The pain may come back.'],
  },
]

const PATIENT = '(?:patients?|clients?|person|customers?|runners?|golfers?|players?)'
const GETS_WELL = oneOf(
  '(?:gets?|got) (?:better|well|relief|results)',
  'left|leaves?|recovers?|recovered|walks?|walked|improves?|improved|better|responds?|responded',
  'pain[- ]free|benefits?|benefited|returns?|returned|back|feels?|felt',
)
const WELL = oneOf(
  'get|got|left|leave|recover|recovered|walk|walked|improve|improved|better|respond|responded',
  'pain[- ]free|benefit|benefited|happy|delighted|back',
)
const IS_WELL = oneOf(
  'gets better|got better|leaves|left|recovers|recovered|improves|improved|benefits|benefited',
  'responds|walks|walked out|pain[- ]free|is helped|feels better',
)

export const worksForAll: readonly Pattern[] = [
  {
    name: 'a hundred per cent',
    source:
      '(?:100|one hundred|a hundred|hundred) ?(?:%|per ?cent|percent)(?: (?:effective|successful|success(?: rate)?|pain[- ]free|relief|cure rate|cured|recovery|results|reliable|satisfaction))?',
    fires: ['100% effective', 'a hundred per cent'],
    quiet: ['10% effective', '100 people'],
  },
  {
    name: 'entirely effective',
    source: '(?:completely|totally|entirely|always|wholly) effective',
    fires: ['always effective'],
    quiet: ['partly effective'],
  },
  {
    name: 'always works',
    source: oneOf(
      'works? (?:\\w+ )?(?:for|on) (?:everyone|everybody|anyone|anybody|all|every|each|any)(?: \\w+)?',
      'work(?:s|ed)? (?:every (?:single )?time|without fail|in (?:every|each)(?: single)? case|instantly|immediately|overnight|like a dream)',
      'always (?:works?|worked|succeeds?|helps?|relieves?|delivers?|heals?|responds?|gets? results)',
    ),
    fires: ['It works on anyone.', 'It worked overnight.', 'It always helps.'],
    quiet: ['It works for some.', 'It always hurts.'],
  },
  {
    name: 'cannot fail',
    source: oneOf(
      "(?:never|cannot|can['’]t|won['’]t|will not|doesn['’]t|does not|not) (?:ever |once )?(?:fails?|failed|disappoints?|disappointed|lets? (?:\\w+ )?down|not work)",
      'without fail|no fail',
      'fool-?proof|fail-?safe|sure-?fire|unfailing(?:ly)?|infallibl[ey]|surest',
    ),
    fires: ['It never lets you down.', 'It helps without fail.', 'a sure-fire method'],
    quiet: ['It may fail.', 'It never lets you sleep.'],
  },
  {
    name: 'certain to help',
    source: oneOf(
      '(?:certain|(?<!\\b(?:be|make|are|is|not) )sure|bound|guaranteed) (?:to (?:work|help|relieve|heal|succeed|get|feel|bring|banish|end|stop)|relief|cure|success)',
      '(?:relief|recovery|success|results?|improvement|outcome) (?:is|are) (?:certain|inevitable|assured)',
      '(?:with )?success in every(?: single)? case',
    ),
    fires: ['It is bound to work.', 'Relief is certain.', 'success in every case'],
    quiet: ['Be sure to bring it.', 'Relief is rare.'],
  },
  {
    name: 'helps everyone',
    source: 'help(?:s|ed) (?:everyone|everybody|every (?:single )?(?:patient|person|client|one))',
    fires: ['It helped every single patient.'],
    quiet: ['It helped every day.'],
  },
  {
    name: 'every patient gets better',
    source: oneOf(
      `(?:every|each) (?:single |last )?(?:one of (?:our|the|my)(?: \\w+)? )?${PATIENT}(?: (?:we|who|that)(?: [\\w'’]+){1,5})? (?:is now |was |has |have |are |will )?${GETS_WELL}`,
      `(?:all|every one) (?:of )?(?:our|my) (?:patients|clients|customers) (?:are |have |were |now )*${WELL}`,
      `(?:everyone|everybody) (?:\\w+ ){0,5}${IS_WELL}`,
    ),
    fires: [
      'Each patient we saw got better.',
      'All of our clients are happy.',
      'Everyone who comes recovers.',
    ],
    quiet: ['Each patient waits here.', 'All of our clients pay.', 'Everyone who comes waits.'],
  },
  {
    name: 'nobody is in pain',
    source:
      '(?:nobody|no one|no patient|none of our (?:patients|clients)) (?:\\w+ ){0,3}(?:in pain|disappointed|unhappy|without relief|needs? (?:surgery|tablets))',
    fires: ['Nobody leaves in pain.'],
    quiet: ['Nobody leaves early.'],
  },
  {
    name: 'a promise',
    source: oneOf(
      '(?:we|I) (?:can |do |will )?promise(?: you| that)?',
      "you (?:will|['’]ll) (?:definitely|certainly|surely|undoubtedly)",
    ),
    fires: ['We promise you relief.', 'You will surely feel it.'],
    quiet: ['They promise relief.', 'You will feel it.'],
  },
]
