// What treatments are said to do.

import type {Family} from './family.ts'

export const controlling: Family = {
  name: 'controlling',
  source:
    'FDA, 21 CFR 101.93: diagnose, cure, mitigate, treat, prevent; WordNet 3.1: fight, control, prevent; chosen by hand',
  verbs: [
    'treat prevent control cure fight combat beat stop reverse conquer defeat eliminate eradicate',
    'mitigate kill destroy protect lower ward halt slow heal overcome',
  ],
  words: [
    'prevention cure protection protective preventive fought preventative controlled controlling',
  ],
}

export const helping: Family = {
  name: 'helping',
  source: 'WordNet 3.1: help, relieve, improve, reduce',
  verbs: [
    'help relieve alleviate cure treat heal reduce improve ease lower regenerate repair restore',
    'soothe boost stimulate strengthen enhance promote support respond benefit aid stop',
  ],
  words: ['relief effective efficacy effectiveness safety benefit valuable treatment improvement'],
}

export const proving: Family = {
  name: 'proving',
  source: 'FTC, Health Products Compliance Guidance: establishment claims',
  words: ['proven proved proof clinically scientifically'],
  phrases: [
    'been shown',
    'clinically shown',
    'research shows',
    'studies show',
    'studies prove',
    'science shows',
    'shown to',
    'researchers have found',
    'research has shown',
    'found to',
  ],
}

export const succeeding: Family = {
  name: 'success',
  source: 'FTC, Health Products Compliance Guidance: success rates',
  verbs: ['cure relieve satisfy'],
  words: ['success successful effective effectiveness relief pain-free satisfaction'],
  phrases: ['free of pain', 'pain free'],
}

export const cause: Family = {
  name: 'the cause',
  source: 'FTC and FDA letters: claims to treat the cause',
  words: ['cause pathology dysfunction misalignment imbalance root'],
  phrases: [
    'underlying problem',
    'underlying problems',
    'source of pain',
    'real problem',
    'actual problem',
  ],
}

export const addressing: Family = {
  name: 'addressing',
  source: 'WordNet 3.1: address, treat, correct, remove; chosen by hand',
  verbs: ['address correct remove target reach eliminate fix tackle resolve heal cure treat solve'],
}

export const running: Family = {
  name: 'running down',
  source: 'FTC and FDA letters on disparaged care; chosen by hand',
  verbs: ['mask poison ruin shorten wreck ignore hide dismiss overload'],
  words: [
    'abomination toxic poisonous barbaric useless harmful malnutrition deadly lethal scam racket harsh',
    'brutal',
  ],
  phrases: [
    'want you to know',
    'not just the symptoms',
    'only the symptoms',
    'only treat',
    'only treats',
    'only mask',
    'just masks',
    'just treat',
    'do not address',
    'does not address',
    'not the cause',
    'not heal',
  ],
}

export const percentage: Family = {
  name: 'percentage',
  source: 'FTC, Health Products Compliance Guidance: success rates',
  words: ['% percent'],
  phrases: ['per cent', 'out of ten', 'out of 10'],
}

export const ending: Family = {
  name: 'ending',
  source: 'Chosen by hand',
  verbs: ['vanish disappear'],
  words: ['gone anymore'],
  phrases: ['came back', 'any more', 'no more', 'no longer', 'went away', 'melted away'],
}

export const person: Family = {
  name: 'person',
  source: 'WordNet 3.1: patient, client, sufferer; chosen by hand',
  words: ['patient client sufferer people everyone everybody person'],
  names: ['I'],
}

export const curing: Family = {
  name: 'curing',
  source: 'Chosen by hand',
  words: ['cured healed'],
}

export const customer: Family = {
  name: 'customer',
  source: 'FTC, Guides Concerning the Use of Endorsements and Testimonials',
  phrases: ['my', 'me', 'they', 'he', 'she'],
  names: ['I'],
}

export const study: Family = {
  name: 'study',
  source: 'WordNet 3.1: study, research, trial, evidence',
  words: ['study research trial evidence science review experiment researcher scientist'],
}

export const confirming: Family = {
  name: 'confirming',
  source: 'WordNet 3.1: confirm, prove, demonstrate',
  verbs: ['prove confirm validate demonstrate support establish verify'],
  words: ['shows shown'],
}

export const better: Family = {
  name: 'better',
  source: 'ASA and FTC rulings on comparisons; chosen by hand',
  words: ['superior'],
  phrases: [
    'better than',
    'stronger than',
    'safer than',
    'faster than',
    'more effective than',
    'more powerful than',
    'as effective as',
    'as well as',
    'works better',
  ],
}

export const cleansing: Family = {
  name: 'cleansing',
  source: 'ASA and FTC rulings on detox; WordNet 3.1: cleanse, detoxify, purge',
  verbs: ['detoxify cleanse purge flush detox'],
  words: ['detoxification cleanse'],
}

export const poison: Family = {
  name: 'toxin',
  source: 'ASA and FTC rulings on detox',
  words: ['toxin waste impurity metal system body liver colon blood kidney'],
}

export const toxin: Family = {
  name: 'toxin alone',
  source: 'ASA and FTC rulings on detox',
  words: ['toxin impurity'],
}

export const drawing: Family = {
  name: 'drawing out',
  source: 'ASA and FTC rulings on detox; WordNet 3.1: draw, remove, release',
  verbs: ['draw remove eliminate release expel rid'],
}

export const weakening: Family = {
  name: 'weakening',
  source: 'WordNet 3.1: weaken, damage, harm, fail; chosen by hand',
  verbs: ['weaken damage harm fail worsen irritate'],
  words: ['dangerous risky invasive addictive painful drastic'],
}

export const merely: Family = {
  name: 'merely',
  source: 'WordNet 3.1: merely, only',
  words: ['only merely just simply temporarily'],
}

export const symptom: Family = {
  name: 'symptom',
  source: 'FTC and FDA letters on disparaged care',
  words: ['symptom pain problem relief'],
}

export const thanking: Family = {
  name: 'thanking',
  source: 'FTC, Guides Concerning the Use of Endorsements and Testimonials',
  phrases: [
    'thanks to',
    'threw away',
    'thrown away',
    'no longer need',
    'life back',
    'changed my life',
    'saved my life',
  ],
}
