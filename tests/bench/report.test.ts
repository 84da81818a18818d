// What the bench of the export tells: targets, tables, a chart, and its place in a document.

import {expect, test} from 'vitest'
import {chart} from '../../bench/chart.ts'
import {replacePart} from '../../bench/document.ts'
import type {ContenderResult, Results, SizeResult} from '../../bench/export.ts'
import type {Measurement} from '../../bench/measure.ts'
import {exportLines, sizeMarkdown} from '../../bench/report.ts'
import {judge} from '../../bench/targets.ts'

function run(seconds: number): Measurement {
  return {seconds, cpuSeconds: seconds * 2, peakMemory: 400e6}
}

function contender(name: string, title: string, full: number): ContenderResult {
  const medians = {full: run(full), unchanged: run(full / 50), article: run(full / 10)}
  return {name, title, makes: 'HTML', version: undefined, medians, runs: {}, failure: undefined}
}

const missing: ContenderResult = {
  ...contender('hugo', 'Hugo', 0),
  medians: {},
  failure: 'Hugo is not on the path.\nThis line is too much.',
}

const size: SizeResult = {
  articles: 10_000,
  contenders: [contender('countersign', 'Countersign', 40), contender('by-hand', 'By hand', 50)],
  watch: {seconds: [0.3, 0.4], p50: 0.3, p95: 0.4, peakMemory: undefined},
}

function results(...sizes: SizeResult[]): Results {
  return {runs: 1, sizes, startUp: {node: run(0.2), cold: run(1), unchanged: run(0.5)}}
}

function verdicts(...sizes: SizeResult[]): Record<string, boolean | undefined> {
  return Object.fromEntries(judge(results(...sizes)).map(({name, met}) => [name, met]))
}

test('targets are ratios of one run, and a figure that is missing is neither met nor missed', () => {
  expect(verdicts(size)).toEqual({
    'full export over Hugo': undefined,
    'full export over a script by hand': true,
    'nothing changed over a full export': true,
    'one article changed and approved over a full export': false,
    'seconds from an approval to its release with --watch, p95': true,
    'a disclaimer of all pages over a full export': undefined,
    'peak memory of a full export in MB': true,
    'time an article, with 100000 articles over 10000': undefined,
    'peak memory of 100000 articles in MB': undefined,
    'first export of the sample over a Node that does nothing': false,
    'unchanged export of the sample over a Node that does nothing': true,
  })
})

test('a library of ten times as many articles may take a tenth more time an article', () => {
  const name = 'time an article, with 100000 articles over 10000'
  const large = (seconds: number): SizeResult => ({
    ...size,
    articles: 100_000,
    contenders: [contender('countersign', 'Countersign', seconds)],
  })
  expect(verdicts(size, large(439))[name]).toBe(true)
  expect(verdicts(size, large(441))[name]).toBe(false)
})

test('targets are for 10,000 and 100,000 articles only', () => {
  const few = verdicts({...size, articles: 1000})
  expect(few['full export over a script by hand']).toBeUndefined()
})

test('a peer that is missing is named with the reason, on a terminal and in the document', () => {
  const without = {...size, contenders: [...size.contenders, missing]}
  const named = 'Hugo was not measured to the end: Hugo is not on the path.'
  expect(exportLines(results(without))).toContain(named)
  expect(sizeMarkdown(without, 'One run.', 'chart.svg')).toContain(named)
})

test('each figure stands beside its ratio to a full export', () => {
  expect(sizeMarkdown(size, 'One run.', 'chart.svg')).toContain(
    '| By hand | wall | 50.0 s (1.25) | 1.00 s (0.03) | 5.00 s (0.13) |',
  )
})

test('the chart says in words what its bars show, and runs nothing', () => {
  const svg = chart({...size, contenders: [...size.contenders, missing]})
  expect(svg).toContain('full, from nothing: Countersign 1.00 (40.0 s), By hand 1.25 (50.0 s)')
  expect(svg).toContain('prefers-color-scheme: dark')
  expect(svg).not.toContain('<script')
  expect(svg).not.toContain('Hugo')
})

test('results replace only what stands between their marks', () => {
  const text = 'Before\n<!-- bench: 10 -->\nold\n<!-- end of the bench -->\nAfter\n'
  const replaced = 'Before\n<!-- bench: 10 -->\n\nnew\n\n<!-- end of the bench -->\nAfter\n'
  expect(replacePart(text, '10', 'new')).toBe(replaced)
  expect(replacePart(replaced, '10', 'new')).toBe(replaced)
  expect(() => replacePart(text, '20', 'new')).toThrow('has no place for "20"')
})
