// Words that state an effect on health with any subject, and promises of a result.

import type {Pattern} from '../../text/pattern.ts'
import {formsOf, oneOf} from '../../text/phrases.ts'
import {AFFECTED} from './affected.ts'

/** Words before a noun. After them, `cures` and `causes` are nouns: `the real causes`. */
const BEFORE_NOUN = 'an?|the|no|any|for|this|that'
const BEFORE_CURES = `${BEFORE_NOUN}|of|their|real|quick|better|miracle|rest`
const BEFORE_CURE = `${BEFORE_NOUN}|their|your|our|real|quick|better|miracle|rest|to`
const BEFORE_CAUSES = `${BEFORE_NOUN}|each|every|one|clear|main|likely|common|possible|of|other|whose|exact|real|natural|different|serious|underlying`

const OPERATION = '(?:surgery|an operation)'

/** Words that are only used about health. They state an effect with any subject or object. */
export const cures: readonly Pattern[] = [
  {
    name: 'relieves',
    source: formsOf(
      'relieve soothe lessen worsen aggravate alleviate provoke strengthen weaken prevent',
      'eliminate',
    ),
    fires: ['It soothes.', 'It was prevented.'],
    quiet: ['It believes.'],
  },
  {
    name: 'heals',
    source: '(?<!\\bto )heal(?:s|ed)?',
    fires: ['It heals.'],
    quiet: ['It needs time to heal.'],
  },
  {
    name: 'cures',
    source: oneOf(
      `(?<!\\b(?:${BEFORE_CURES}) )cures`,
      '(?<=\\S )cured(?! (?:ham|meats?|bacon|fish|salmon|sausages?|pork|with an? (?:\\w+ )?light))',
      'curing',
      "(?:do|does|did|will|can|could|may|might|would|cannot|(?:do|does|did|wo|ca)n['’]t)(?: not)?(?: \\w+)? cure",
      `(?<!\\b(?:${BEFORE_CURE}) )cure(?= (?:[\\w’-]+ ){0,2}?${AFFECTED}(?!\\w))`,
    ),
    fires: ['It cures.', 'It cured him.', 'It can cure it.', 'They cure back pain.'],
    quiet: ['There are no cures.', 'a slice of cured ham', 'a cure'],
  },
  {
    name: 'puts strain on',
    source: 'puts? (?:\\w+ )?(?:strain|pressure|load|stress|weight) on',
    fires: ['It puts extra strain on it.'],
    quiet: ['Put it on.'],
  },
  {
    name: 'causes',
    source: oneOf(
      "(?:is|are|was)(?:n['’]t| not)? (?:\\w+ )?the (?:\\w+ )?cause of",
      `(?<!\\b(?:${BEFORE_CAUSES}) )causes?`,
      'caused|causing',
      'brought on by',
      '(?:lead|leads|led) to',
      '(?:results|resulted|can result|may result) in',
    ),
    fires: [
      'It isn’t the main cause of it.',
      'It causes it.',
      'It led to it.',
      'It results in it.',
    ],
    quiet: ['Find the cause.', 'There are other causes.', 'lead in'],
  },
  {
    name: 'we reverse it',
    source: oneOf(
      'we (?:can )?guarantee (?:\\w+ )?(?:relief|results|recovery|success)',
      '(?<=\\bwe (?:can |will |do )?)(?:reverse|heal|fix|end|relieve|repair|rebuild|restore|banish|beat)',
    ),
    fires: ['We guarantee lasting results.', 'We can fix it.'],
    quiet: ['We guarantee privacy.', 'You can fix it.'],
  },
  {
    name: 'surgery is avoided',
    source: oneOf(
      `${OPERATION} (?:can|could|may|was|is) (?:\\w+ )?(?:be )?avoided|(?:avoids|spared) ${OPERATION}`,
      `never need (?:${OPERATION}|the surgeon|the knife)`,
      `(?<!\\bto )avoid(?:s|ed|ing)? (?:${OPERATION}|the knife|hospital)`,
    ),
    fires: ['Surgery can often be avoided.', 'It spared surgery.', 'It avoids the knife.'],
    quiet: ['They want to avoid surgery.', 'Surgery can be done.'],
  },
  {
    name: 'is used to treat',
    source: oneOf(
      '(?:can|could|may|might|will) (?:\\w+ )?be (?:treated|managed|controlled|prevented|eased|relieved) (?:with|by)',
      '(?:is|are) (?:\\w+ )?used (?:[\\w-]+ ){0,4}to (?:treat|ease|relieve|prevent|control|reduce)',
    ),
    fires: ['It can be managed with rest.', 'Heat is often used to ease it.'],
    quiet: ['It can be booked by phone.', 'It is used to print.'],
  },
  {
    name: 'leaves scars',
    source: 'leaves? (?:\\w+ )?(?:bruis\\w+|scars?)',
    fires: ['It leaves small scars.'],
    quiet: ['It leaves at nine.'],
  },
  {
    name: 'stops hurting',
    source: oneOf(
      '(?:stop|stops|stopped) (?:[\\w’-]+ ){0,3}(?:from )?(?:hurting|aching|bleeding|throbbing|clicking|locking|itching|swelling|giving way)',
      'stops? (?:the |your )?(?:pill|medicines?|tablets?) (?:from )?working',
    ),
    fires: ['It stops your knee from aching.', 'It stops the pill working.'],
    quiet: ['It stops at noon.'],
  },
  {
    name: 'lasting relief',
    source:
      '(?:enjoy|feel|find|get|bring|give|offer|deliver|provide|reward|with)(?:s|ed)? (?:\\w+ ){0,2}(?:permanent|lasting|total|complete|instant|immediate) relief',
    fires: ['It offers you lasting relief.'],
    quiet: ['It offers relief.'],
  },
  {
    name: 'gets bigger',
    source: '(?:gets?|got|grows?|becomes?) (?:bigger|larger|smaller|worse|weaker|stronger)',
    fires: ['It got worse.'],
    quiet: ['It got late.'],
  },
  {
    name: 'in complete safety',
    source: '(?:in|with) (?:complete|total|perfect) safety',
    fires: ['in total safety'],
    quiet: ['in safety'],
  },
  {
    name: 'is reversed',
    source: oneOf(
      '(?:is|are|was|were) (?:reversed|halted|undone)',
      'as good as new|(?:my|your|their|his|her) life back',
    ),
    fires: ['It was halted.', 'as good as new', 'I got my life back.'],
    quiet: ['It was paid.'],
  },
]

/** Promises of a result. */
export const promises: readonly Pattern[] = [
  {
    name: 'relief is certain',
    source: `(?:relief|recovery|results?|healing|success|improvement)(?: [\\w'’-]+){0,4} (?:is|are) (?:guaranteed|certain|assured)`,
    fires: ['Relief from pain is certain.'],
    quiet: ['Relief is rare.'],
  },
  {
    name: 'you will walk',
    source: `you (?:will|can|could|(?<=['’])ll) (?:soon |once again |be able to )?(?:be (?:dancing|walking|running|sleeping|back|up)|walk|run|dance|sleep|lift|bend|move|play|climb)`,
    fires: ['You will soon be walking.', 'You can dance.'],
    quiet: ['You will see.', 'They can dance.'],
  },
]
