// Words that praise, and words that make praise stronger.

import type {Family} from './family.ts'

export const praise: Family = {
  name: 'praise',
  source:
    'WordNet 3.1: excellent, extraordinary, marvelous, revolutionary, powerful; chosen by hand',
  verbs: ['revolutionise revolutionize'],
  words: [
    'excellent incredible amazing powerful revolutionary remarkable outstanding extraordinary exciting',
    'superb phenomenal fantastic wonderful marvelous marvellous unbelievable astonishing astounding',
    'stunning spectacular miraculous magical superior unrivalled unrivaled unmatched unparalleled',
    'cutting-edge state-of-the-art groundbreaking ground-breaking pioneering world-class game-changing',
    'life-changing breakthrough revolution miracle magic sensational tremendous exceptional',
    'unsurpassed unbeatable ultimate innovative finest greatest',
  ],
  phrases: [
    'great promise',
    'works wonders',
    'safety record',
    'record of safety',
    'world leader',
    'world leaders',
    'world-leading',
    'life back',
    'new lease of life',
    'gold standard',
    'answer to',
    'answer for',
    'solution for',
    'solution to',
    'like magic',
    'great relief',
  ],
}

export const degree: Family = {
  name: 'strong degree',
  source: 'FTC guidance on unqualified claims; chosen by hand',
  words: [
    'highly extremely incredibly remarkably exceptionally extraordinarily amazingly hugely immensely',
    'tremendously truly dramatically drastically extraordinarily unbelievably vastly profoundly',
    'miraculously phenomenally wonderfully astonishingly massively radically very most far',
  ],
}

export const strikingly: Family = {
  name: 'strikingly',
  source: 'Chosen by hand',
  words: [
    'dramatically drastically remarkably incredibly amazingly miraculously hugely massively radically',
    'tremendously astonishingly phenomenally powerfully spectacularly',
  ],
}

export const working: Family = {
  name: 'working',
  source: 'WordNet 3.1: effective, successful, beneficial; chosen by hand',
  words: ['effective successful beneficial treatable efficacious potent curable valuable'],
}

export const lasting: Family = {
  name: 'lasting or complete',
  source: 'WordNet 3.1: permanent, lasting, complete, immediate; chosen by hand',
  words: ['immediate instant instantly overnight fully completely totally entirely complete total'],
}

export const everlasting: Family = {
  name: 'everlasting',
  source: 'WordNet 3.1: permanent, lasting; chosen by hand',
  words: ['permanent permanently lasting long-lasting longlasting forever lifelong everlasting'],
  phrases: ['long lasting', 'for good', 'once and for all', 'for life'],
}

export const relief: Family = {
  name: 'relief',
  source: 'WordNet 3.1: relief, recovery, cure, benefit; chosen by hand',
  verbs: ['cure eradicate eliminate banish'],
  words: ['relief recovery benefit cure freedom healing results improvement outcome'],
  phrases: ['free of pain', 'pain free', 'pain-free'],
}
