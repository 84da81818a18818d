// Medicines that a reader may have been prescribed, and words for no longer taking one.

import type {Family} from './family.ts'

/** Medicines that a doctor prescribes, and that can do great harm when a person stops them alone. */
export const prescribed: Family = {
  name: 'prescribed medicine',
  source:
    'FDA, safety communications on boxed warnings about stopping a medicine; AHRQ, Blood Thinner Pills: Your Guide to Using Them Safely; NHS, Medicines A to Z',
  words: [
    'blood-thinner anticoagulant warfarin coumadin heparin apixaban eliquis rivaroxaban xarelto dabigatran',
    'edoxaban clopidogrel plavix ticagrelor opioid opiate morphine oxycodone hydrocodone tramadol fentanyl',
    'methadone buprenorphine insulin metformin antidepressant duloxetine amitriptyline gabapentin pregabalin',
    'anticonvulsant benzodiazepine diazepam prednisone prednisolone methotrexate immunosuppressant lithium',
    'beta-blocker statin levothyroxine',
  ],
  phrases: [
    'blood thinner',
    'blood thinners',
    'blood thinning',
    'blood-thinning',
    'blood pressure medicine',
    'blood pressure medicines',
    'blood pressure medication',
    'blood pressure pills',
    'blood pressure tablets',
    'heart medicine',
    'heart medicines',
    'heart medication',
    'heart pills',
    'heart tablets',
    'heart drugs',
    'diabetes medicine',
    'diabetes medicines',
    'diabetes medication',
    'diabetes pills',
    'diabetes tablets',
    'epilepsy medicine',
    'epilepsy medicines',
    'epilepsy tablets',
    'steroid tablets',
    'steroid pills',
    'prescribed medicine',
    'prescribed medicines',
    'prescription medicine',
    'prescription medicines',
    'prescription drugs',
    'prescription medication',
  ],
}

/** Words for any medicine, prescribed or not. */
export const medicine: Family = {
  name: 'medicine',
  source: 'WordNet 3.1: medicine, tablet; chosen by hand',
  words: ['medicine medication tablet pill capsule prescription aspirin antiplatelet steroid'],
  phrases: ['your drugs', 'your injections', 'your inhaler', 'your patches'],
}

/** Words that stand for a medicine that the sentence has named. */
export const namedBefore: Family = {
  name: 'the medicine named before',
  source: 'Chosen by hand',
  phrases: ['it', 'them', 'this', 'these', 'those', 'both'],
}

/** As instructions say it: `stopping` and `stopped` rather tell what happens. */
export const stopping: Family = {
  name: 'stopping',
  source: 'WordNet 3.1: discontinue, skip, omit; chosen by hand',
  phrases: [
    'stop',
    'skip',
    'pause',
    'quit',
    'discontinue',
    'halt',
    'omit',
    'miss',
    'miss out',
    'leave out',
    'leave off',
    'come off',
    'go off',
    'get off',
    'stay off',
    'give up',
    'cut out',
    'hold off',
    'do without',
    'throw away',
    'take a break from',
    'take time off from',
  ],
}

export const beingStopped: Family = {
  name: 'being stopped',
  source: 'Chosen by hand',
  phrases: [
    'be stopped',
    'be skipped',
    'be paused',
    'be discontinued',
    'be halted',
    'be omitted',
    'be held',
    'be withheld',
    'be left out',
    'be missed',
  ],
}

/** Words that mean to stop a medicine only if a time follows. */
export const notTaking: Family = {
  name: 'not taking',
  source: 'US hospitals: hold a medicine; chosen by hand',
  phrases: [
    'do not take',
    "don't take",
    'don’t take',
    'do not use',
    "don't use",
    'don’t use',
    'do not inject',
    "don't inject",
    'don’t inject',
    'take no',
    'hold',
  ],
}

export const beforehand: Family = {
  name: 'around a treatment',
  source: 'Chosen by hand',
  words: ['day week morning evening night hour'],
  phrases: ['before the', 'before your', 'after the', 'after your'],
}

export const takingIt: Family = {
  name: 'taking it',
  source: 'WordNet 3.1: take, continue; chosen by hand',
  phrases: ['take', 'use', 'inject', 'keep taking', 'go on taking', 'continue', 'have'],
}

export const noLongerNeeding: Family = {
  name: 'no longer needing',
  source: 'Chosen by hand',
  phrases: ['no longer need your', 'will not need your', "won't need your", 'won’t need your'],
}
