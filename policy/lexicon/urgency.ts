// How soon a reader gets help, and from whom; and words that say that there is no hurry.

import type {Family} from './family.ts'

export const helper: Family = {
  name: 'helper',
  source: 'NHS and MedlinePlus: where to get help',
  words: [
    'doctor clinic nurse surgeon hospital pharmacist physician clinician provider gp midwife specialist',
    'team help care attention advice treatment us someone somebody 911 999 112 111 ambulance er',
  ],
  phrases: [
    'health professional',
    'medical help',
    'urgent care',
    "doctor's office",
    'doctor’s office',
  ],
}

export const contacting: Family = {
  name: 'contacting',
  source: 'WordNet 3.1: contact, call, seek',
  verbs: [
    'call phone ring contact dial visit seek alert reach tell ask see go get speak talk return report inform',
  ],
  phrases: ['come back', 'head to', 'let', 'rush to', 'take'],
}

export const seeking: Family = {
  name: 'seeking',
  source: 'WordNet 3.1: seek, need; chosen by hand',
  verbs: ['get seek need require'],
  phrases: ['call for', 'calls for', 'must have', 'make', 'book'],
}

export const going: Family = {
  name: 'going',
  source: 'WordNet 3.1: go, travel',
  verbs: ['go head rush get drive visit call'],
  phrases: ['come to', 'take someone', 'be taken'],
}

export const atOnce: Family = {
  name: 'at once',
  source: 'NHS: urgent advice; chosen by hand',
  words: ['immediately urgently promptly instantly straightaway asap fast'],
  phrases: [
    'right away',
    'straight away',
    'at once',
    'right now',
    'same day',
    'without delay',
    'without waiting',
    'as soon as possible',
    'as soon as you can',
    'as quickly as possible',
    'as fast as you can',
    'within hours',
    'within an hour',
    'within 24 hours',
    'day or night',
  ],
}

/** Words that also have other senses, so they count only close to the helper. */
export const thisDay: Family = {
  name: 'this day',
  source: 'WordNet 3.1: today, now; chosen by hand',
  words: ['now today tonight'],
  phrases: ['that day', 'that same day', 'that very day'],
}

export const emergencyNumber: Family = {
  name: 'emergency number',
  source: 'Emergency numbers of the United States, the United Kingdom, Europe and Australia',
  words: ['911 999 112 000 988 9-1-1'],
}

export const ambulance: Family = {
  name: 'ambulance',
  source: 'NHS: when to call 999; MedlinePlus: recognizing medical emergencies',
  words: ['ambulance paramedic'],
  phrases: ['emergency number', 'emergency services', 'poison control'],
}

export const calling: Family = {
  name: 'calling',
  source: 'WordNet 3.1: telephone',
  verbs: ['call phone ring dial text'],
}

export const emergencyRoom: Family = {
  name: 'emergency room',
  source: 'MedlinePlus: when to use the emergency room',
  names: ['ER'],
  phrases: ['emergency room', 'emergency department', 'accident and emergency', 'urgent care'],
}

export const pressing: Family = {
  name: 'pressing',
  source: 'WordNet 3.1: urgent, immediate',
  words: ['urgent emergency immediate prompt'],
}

export const care: Family = {
  name: 'care',
  source: 'WordNet 3.1: care, attention, help; chosen by hand',
  words: ['help care attention advice treatment assessment appointment'],
}

export const emergency: Family = {
  name: 'emergency',
  source: 'MedlinePlus: recognizing medical emergencies',
  phrases: ['an emergency', 'a medical emergency', 'every minute counts', 'every hour counts'],
}

export const being: Family = {
  name: 'being',
  source: 'Chosen by hand',
  verbs: ['seem feel stay'],
  phrases: ['is', 'are', 'be', 'was', 'were', "it's", 'it’s', "that's", 'that’s', 'they’re'],
}

export const rushing: Family = {
  name: 'rushing',
  source: 'WordNet 3.1: rush, hurry',
  verbs: ['rush hurry'],
}

export const needing: Family = {
  name: 'needing',
  source: 'WordNet 3.1: must, need; chosen by hand',
  verbs: ['need'],
  phrases: ['must', 'should', 'has to', 'have to'],
}

export const beingSeen: Family = {
  name: 'being seen',
  source: 'Chosen by hand',
  words: ['seen checked examined treated assessed'],
  phrases: ['looked at'],
}

export const notWaiting: Family = {
  name: 'not waiting',
  source: 'NHS: urgent advice; chosen by hand',
  phrases: [
    'do not wait',
    "don't wait",
    'don’t wait',
    'never wait',
    'cannot wait',
    'must not wait',
    'should not wait',
    'do not delay',
    "don't delay",
    'don’t delay',
    'do not put off',
    'do not drive yourself',
    'waste no time',
    'lose no time',
  ],
}

export const normal: Family = {
  name: 'normal',
  source: 'Chosen by hand',
  words: ['normal harmless expected usual fine okay ok natural nothing'],
  phrases: ['to be expected', 'no problem', 'not dangerous', 'not serious', 'not urgent'],
}

/** Words that say by themselves that there is no danger. */
export const untroubled: Family = {
  name: 'untroubled',
  source: 'Chosen by hand',
  verbs: ['ignore'],
  phrases: [
    'do not worry',
    "don't worry",
    'don’t worry',
    'do not panic',
    "don't panic",
    'don’t panic',
    'nothing to worry about',
    'no need to worry',
    'no reason to worry',
    'no cause for concern',
    'no cause for alarm',
    'no reason for concern',
    'no reason for alarm',
    'part of the process',
    'not a concern',
    'not an emergency',
    'no emergency',
    'no hurry',
    'no rush',
    'wait and see',
    'can wait',
    'not worry',
    'not be alarmed',
    'no danger',
    'be patient',
    'sleep it off',
    'healing process',
    'body healing',
    'only anxiety',
    'just anxiety',
    'only stress',
    'just stress',
    'just rest',
    'how you feel',
    'until your next visit',
    'until your next appointment',
    'until the morning',
    'until morning',
    'until tomorrow',
    'until monday',
    'sleep on it',
    'good sign',
    'sign of healing',
    'part of healing',
  ],
}

export const waiting: Family = {
  name: 'waiting',
  source: 'WordNet 3.1: wait, delay; chosen by hand',
  verbs: ['wait'],
  phrases: ['give it', 'leave it', 'put off', 'hold off', 'put up with', 'rest for'],
}

export const later: Family = {
  name: 'later',
  source: 'WordNet 3.1: time unit; chosen by hand',
  words: ['day week month weekend tomorrow monday'],
  phrases: ['in the morning'],
}

export const passing: Family = {
  name: 'passing',
  source: 'Chosen by hand',
  verbs: ['fade settle subside vanish disappear'],
  phrases: [
    'go away',
    'goes away',
    'going away',
    'wear off',
    'wears off',
    'will pass',
    'they pass',
    'can pass',
    'usually pass',
    'passes',
    'clear up',
    'clears up',
    'get better',
    'gets better',
    'back to normal',
    'be gone',
    'is gone',
    'are gone',
  ],
}

export const byItself: Family = {
  name: 'by itself',
  source: 'Chosen by hand',
  words: ['soon hour common'],
  phrases: [
    'with time',
    'over time',
    'in time',
    'by itself',
    'on its own',
    'by themselves',
    'on their own',
  ],
}

export const needless: Family = {
  name: 'needless',
  source: 'Chosen by hand',
  words: ['unnecessary'],
  phrases: [
    'no need to',
    'no need for',
    'need not',
    'no reason to',
    'do not need to',
    "don't need to",
    'don’t need to',
    'do not have to',
    "don't have to",
    'don’t have to',
    'not necessary to',
    'do not bother',
    "don't bother",
    'don’t bother',
  ],
}

/** A day that is too late for an urgent sign. */
export const anotherDay: Family = {
  name: 'another day',
  source: 'Chosen by hand',
  phrases: [
    'next week',
    'next month',
    'next monday',
    'on monday',
    'tomorrow',
    'after the weekend',
    'in a day or two',
    'in a few days',
    'in some days',
    'in a week',
    'in a few weeks',
    'within a few days',
    'within a week',
    'within a few weeks',
    'later this week',
    'at your next visit',
    'at your next appointment',
    'when you have time',
    'when it suits you',
  ],
}

export const lasting: Family = {
  name: 'lasting',
  source: 'Chosen by hand',
  phrases: [
    'lasts more than',
    'lasts for more than',
    'lasts longer than',
    'last more than',
    'last for more than',
    'last longer than',
    'goes on for more than',
    'go on for more than',
    'is still there after',
    'are still there after',
    'has not gone after',
    'have not gone after',
    'does not go away after',
    'do not go away after',
    'does not go away within',
    'persists for more than',
    'persists beyond',
  ],
}

export const onCondition: Family = {
  name: 'on condition',
  source: 'Chosen by hand',
  phrases: ['if', 'unless', 'until', 'when'],
}

export const merely: Family = {
  name: 'merely',
  source: 'WordNet 3.1: merely, just',
  words: ['just only merely simply'],
}

/** Causes with which a text explains a sign away. */
export const explaining: Family = {
  name: 'explaining',
  source: 'MedlinePlus: local anesthesia, injection site reactions',
  words: [
    'anesthetic anaesthetic needle healing swelling stress anxiety nerves inflammation irritation reaction',
    'soreness medicine effect tiredness age',
  ],
}

/** It is over, when no words follow. */
export const over: Family = {
  name: 'over',
  source: 'Chosen by hand',
  phrases: ['will pass', 'should pass', 'soon passes', 'will soon pass', 'will go away'],
}

export const taking: Family = {
  name: 'taking',
  source: 'Chosen by hand',
  phrases: ['take you to', 'drive you to', 'bring you to', 'get you to'],
}

export const urgentThing: Family = {
  name: 'urgent thing',
  source: 'Chosen by hand',
  phrases: [
    'is urgent',
    'are urgent',
    'it’s urgent',
    "it's urgent",
    'that’s urgent',
    "that's urgent",
  ],
}
