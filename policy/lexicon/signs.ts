// What a reader with a warning sign feels or notices, in everyday words. Soreness, bruises and redness are not among
// them: they are expected where a needle went in, and only a person can tell how much is too much.

import type {Family} from './family.ts'

export const numb: Family = {
  name: 'numb',
  source: 'NHS: back pain, cauda equina syndrome; MedlinePlus: numbness and tingling',
  words: ['numb numbness tingling tingly'],
  phrases: [
    'pins and needles',
    'no feeling',
    'lost feeling',
    'lose feeling',
    'loss of feeling',
    'cannot feel',
    "can't feel",
    'can’t feel',
  ],
}

export const weak: Family = {
  name: 'weak',
  source: 'NHS: back pain, stroke; MedlinePlus: weakness',
  words: ['weak weaker weakness paralyzed paralysed paralysis floppy limp'],
  phrases: [
    'give way',
    'gives way',
    'gave way',
    'giving way',
    'cannot move',
    "can't move",
    'can’t move',
    'cannot lift',
    "can't lift",
    'can’t lift',
  ],
}

export const limb: Family = {
  name: 'limb',
  source: 'WordNet 3.1: limb; chosen by hand',
  words: ['leg foot arm hand thigh calf limb knee'],
  phrases: ['feet', 'calves', 'toes'],
}

export const saddle: Family = {
  name: 'saddle area',
  source: 'GIRFT: suspected cauda equina syndrome pathway',
  words: ['genital genitals groin buttock bottom anus saddle vagina penis'],
  phrases: ['private parts', 'when you wipe'],
}

export const toilet: Family = {
  name: 'bladder and bowel',
  source: 'NHS: cauda equina syndrome; GIRFT: suspected cauda equina syndrome pathway',
  verbs: ['urinate pee wee poop'],
  words: ['urine bladder bowel stool peeing'],
  phrases: ['pass water', 'passing water', 'go to the toilet', 'use the toilet'],
}

export const unable: Family = {
  name: 'unable',
  source: 'Chosen by hand',
  verbs: ['struggle leak'],
  words: ['cannot unable trouble difficulty difficult hard hardly'],
  phrases: [
    "can't",
    'can’t',
    'not able',
    'lose control',
    'loses control',
    'lost control',
    'losing control',
    'loss of control',
    'short of',
    'shortness of',
  ],
}

export const breath: Family = {
  name: 'breath',
  source: 'NHS: shortness of breath, anaphylaxis',
  verbs: ['breathe'],
  words: ['breath'],
}

export const breathless: Family = {
  name: 'breathless',
  source: 'NHS: shortness of breath, anaphylaxis',
  verbs: ['wheeze'],
  words: ['breathless breathlessness wheezy'],
}

export const chest: Family = {
  name: 'chest',
  source: 'NHS: chest pain, heart attack',
  words: ['chest'],
}

export const hurting: Family = {
  name: 'hurting',
  source: 'NHS: chest pain, heart attack',
  verbs: ['hurt ache'],
  words: ['pain tight tightness pressure heavy'],
}

export const swelling: Family = {
  name: 'swelling',
  source: 'NHS: anaphylaxis, angioedema',
  verbs: ['swell'],
  words: ['swollen swelling puffy droop drooping'],
}

export const face: Family = {
  name: 'face',
  source: 'NHS: anaphylaxis, angioedema, stroke',
  words: ['face lip tongue throat mouth eyelid'],
}

export const fever: Family = {
  name: 'fever',
  source: 'NHS: high temperature, sepsis',
  words: ['fever feverish chills shivery'],
  phrases: ['high temperature', 'raised temperature'],
}

export const headache: Family = {
  name: 'headache',
  source: 'NHS: headaches, meningitis',
  words: ['headache'],
}

export const severe: Family = {
  name: 'severe',
  source: 'WordNet 3.1: severe, sudden',
  words: ['bad worst severe terrible sudden splitting worse strong'],
}

export const stiff: Family = {name: 'stiff', source: 'NHS: meningitis', words: ['stiff stiffness']}

export const neck: Family = {name: 'neck', source: 'NHS: meningitis', words: ['neck']}

/** Thoughts of suicide. Fear of “hurting yourself” when you move is something else. */
export const despair: Family = {
  name: 'despair',
  source: 'NHS: help for suicidal thoughts; 988 Suicide and Crisis Lifeline',
  words: ['suicide suicidal'],
  phrases: [
    'end your life',
    'ending your life',
    'take your own life',
    'taking your own life',
    'kill yourself',
    'killing yourself',
    'hurt yourself on purpose',
    'thoughts of hurting yourself',
    'thoughts of harming yourself',
    'want to die',
  ],
}

/** Signs that need no other word beside them. */
export const alarming: Family = {
  name: 'alarming',
  source: 'NHS: sepsis, stroke, anaphylaxis, meningitis, when to call 999',
  words: ['confused confusion unconscious seizure convulsion hives rash pus'],
  phrases: [
    'pass out',
    'passes out',
    'passed out',
    'passing out',
    'slurred speech',
    'blurred vision',
    'double vision',
    'loss of vision',
    'lose your sight',
    'cough up blood',
    'coughing up blood',
    'coughing blood',
    'vomit blood',
    'heavy bleeding',
    'will not stop bleeding',
    'bleeding that does not stop',
    'bleeding does not stop',
    'bleeding that will not stop',
    'sexual feeling',
    'sexual function',
    'bad fall',
    'car crash',
    'car accident',
    'serious accident',
  ],
}
