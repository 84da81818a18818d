// How well the rules about claims and sources do on sentences that people labelled.

import {expect, test} from 'vitest'
import {check} from '../../policy/check.ts'
import {efficacy} from '../../policy/claims/efficacy.ts'
import {framing} from '../../policy/claims/framing.ts'
import {regulatory} from '../../policy/claims/regulatory.ts'
import {safety} from '../../policy/claims/safety.ts'
import {needsOf} from '../../policy/evidence/needs-source.ts'
import type {Finding} from '../../policy/finding.ts'
import {emptyContext} from '../../policy/rule.ts'
import {paragraph} from '../support/paragraph.ts'
import {readCorpus, type Labelled} from './corpus/corpus.ts'

const parts = ['tuning', 'heldOut'] as const

const claimRules = {efficacy, safety, framing, regulatory}
const kinds = ['efficacy', 'safety', 'framing', 'regulatory'] as const

/** What a rule should have found in a sentence, and what it found. */
interface Judgement {
  readonly wanted: boolean
  readonly found: boolean
  /** Whether any of the words found are the words that were labelled. */
  readonly overlaps?: boolean
}

function overlaps({text}: Labelled, span: string, {quote}: Finding): boolean {
  const start = text.indexOf(span)
  return quote !== undefined && quote.start < start + span.length && start < quote.end
}

function judgeClaims(sentence: Labelled, asked: readonly (typeof kinds)[number][]): Judgement {
  const labels = sentence.claims.filter(({kind}) => asked.includes(kind))
  const findings = check(
    paragraph(sentence.text),
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

function judgeEvidence({text, evidence}: Labelled): Judgement {
  return {
    wanted: evidence !== 'none',
    found: needsOf([text])[0] !== undefined,
  }
}

interface Score {
  readonly precision: number
  readonly recall: number
  /** Of the sentences rightly found: in how many the words found are those labelled. */
  readonly atTheWords: number
}

function scoreOf(judgements: readonly Judgement[]): Score {
  const found = judgements.filter((judgement) => judgement.found)
  const wanted = judgements.filter((judgement) => judgement.wanted)
  const both = found.filter((judgement) => judgement.wanted)
  return {
    precision: both.length / found.length,
    recall: both.length / wanted.length,
    atTheWords: both.filter((judgement) => judgement.overlaps).length / both.length,
  }
}

const judges = {
  ...Object.fromEntries(
    kinds.map((kind) => [`claims/${kind}`, (it: Labelled) => judgeClaims(it, [kind])]),
  ),
  claims: (it: Labelled) => judgeClaims(it, kinds),
  evidence: judgeEvidence,
}

const corpora = parts.map((part) => ({part, sentences: readCorpus(part)}))

const scores = Object.entries(judges).flatMap(([rule, judge]) =>
  corpora.map(({part, sentences}) => ({
    rule,
    part,
    sentences: sentences.length,
    ...scoreOf(sentences.map(judge)),
  })),
)

console.table(
  scores.map(({rule, part, sentences, precision, recall, atTheWords}) => ({
    rule,
    part,
    sentences,
    precision: precision.toFixed(3),
    recall: recall.toFixed(3),
    'at the words': rule === 'evidence' ? '' : atTheWords.toFixed(3),
  })),
)

test.each(Object.keys(judges))(
  '%s: of sentences that no rule was tuned on, nine in ten are found, and nine in ten found rightly',
  (asked) => {
    const score = scores.find(({rule, part}) => rule === asked && part === 'heldOut')
    expect(score?.precision).toBeGreaterThanOrEqual(0.9)
    expect(score?.recall).toBeGreaterThanOrEqual(0.9)
  },
)
