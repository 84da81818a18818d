// How well rules do on one part of the labelled corpus.

import {check} from '../../../policy/check.ts'
import {efficacy} from '../../../policy/claims/efficacy.ts'
import {framing} from '../../../policy/claims/framing.ts'
import {regulatory} from '../../../policy/claims/regulatory.ts'
import {safety} from '../../../policy/claims/safety.ts'
import {needsOf} from '../../../policy/evidence/needs-source.ts'
import type {Finding} from '../../../policy/finding.ts'
import {passiveIn} from '../../../policy/plain/voice.ts'
import {emptyContext} from '../../../policy/rule.ts'
import {bareArticle} from '../../support/bare-article.ts'
import {readCorpus, type Labelled} from './corpus.ts'

const claimRules = {efficacy, safety, framing, regulatory}
const kinds = ['efficacy', 'safety', 'framing', 'regulatory'] as const

/** What a rule should find in a sentence, and what it finds. */
interface Judgement {
  readonly wanted: boolean
  readonly found: boolean
  /** Whether any of the words found are labelled; undefined for labels without words. */
  readonly overlaps?: boolean
}

function overlaps({text}: Labelled, span: string, {quote}: Finding): boolean {
  const start = text.indexOf(span)
  return quote !== undefined && quote.start < start + span.length && start < quote.end
}

function judgeClaims(sentence: Labelled, asked: readonly (typeof kinds)[number][]): Judgement {
  const labels = sentence.claims.filter(({kind}) => asked.includes(kind))
  const findings = check(
    bareArticle(sentence.text),
    emptyContext,
    asked.map((kind) => claimRules[kind]),
  )
  return {
    wanted: labels.length > 0,
    found: findings.length > 0,
    overlaps: findings.some((finding) =>
      labels.some(({span}) => overlaps(sentence, span, finding)),
    ),
  }
}

const judges: Readonly<Record<string, (sentence: Labelled) => Judgement>> = {
  ...Object.fromEntries(
    kinds.map((kind) => [`claims/${kind}`, (it: Labelled) => judgeClaims(it, [kind])]),
  ),
  'all of claims': (it) => judgeClaims(it, kinds),
  'evidence/uncited': ({text, evidence}) => ({
    wanted: evidence !== 'none',
    found: needsOf([text])[0] !== undefined,
  }),
  'plain/passive': ({text, passive}) => ({wanted: passive, found: passiveIn(text) !== undefined}),
}

/** Each is a share, from 0 to 1. */
export interface Score {
  readonly rule: string
  /** How many of the sentences that are found are labelled. */
  readonly precision: number
  /** How many of the labelled sentences are found. */
  readonly recall: number
  /** In how many of the sentences rightly found the words found are those labelled. */
  readonly atTheWords: number | undefined
}

function scoreOf(rule: string, judgements: readonly Judgement[]): Score {
  const found = judgements.filter((judgement) => judgement.found)
  const wanted = judgements.filter((judgement) => judgement.wanted)
  const both = found.filter((judgement) => judgement.wanted)
  const hasWords = both.some((judgement) => judgement.overlaps !== undefined)
  return {
    rule,
    precision: both.length / found.length,
    recall: both.length / wanted.length,
    atTheWords: hasWords
      ? both.filter((judgement) => judgement.overlaps).length / both.length
      : undefined,
  }
}

/** The scores of all rules for which the corpus has labels. */
export function scoresOf(part: 'tuning' | 'held-out'): Score[] {
  const sentences = readCorpus(part)
  return Object.entries(judges).map(([rule, judge]) => scoreOf(rule, sentences.map(judge)))
}
