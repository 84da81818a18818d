// What can change in a person, beyond complaints and parts of the body.

import type {Family} from './family.ts'

export const outcome: Family = {
  name: 'outcome',
  source: 'MeSH: health outcomes, vital signs, behavior and mental processes; chosen by hand',
  words: [
    'attention focus concentration behavior behaviour hyperactivity impulsiveness impulsivity motivation',
    'energy mood sleep memory cognition mobility function functioning strength flexibility balance',
    'response immunity metabolism digestion appetite weight growth survival mortality fertility libido',
    'glucose sugar cholesterol pressure hormone antibody inflammation risk improvement lifespan',
    'circulation oxygen stress level health wellness vitality stamina endurance recovery relief life',
    'side-effect efficacy effectiveness',
  ],
  phrases: ['side effect', 'side effects', 'quality of life'],
}

export const changing: Family = {
  name: 'changing',
  source: 'WordNet 3.1: change, increase, decrease, improve, worsen, affect',
  verbs: [
    'reduce increase decrease improve worsen lower raise boost affect shrink enhance strengthen weaken',
    'shorten prolong lengthen restore support regulate modulate balance protect aid accelerate slow',
    'help damage harm impair stabilise stabilize optimise optimize normalise normalize trigger enable',
    'alleviate relieve ease eliminate cause limit prevent promote stimulate suppress calm block',
  ],
  words: ['shrank shrunk'],
}

export const helpful: Family = {
  name: 'helpful',
  source: 'Chosen by hand',
  words: [
    'effective helpful beneficial useful excellent successful treatable curable great valuable critical',
    'crucial essential efficacious protective antidepressant calming',
  ],
}
