// `validate --fix` fixes only what cannot change a text's meaning, and leaves the rest to people.

import fc from 'fast-check'
import {expect, test} from 'vitest'
import {fixed} from '../../pipeline/editorial/fix.ts'
import {slugOf} from '../../policy/addresses.ts'
import {check} from '../../policy/check.ts'
import {exampleSettledAs} from '../../policy/examples/settled.ts'
import {emptyContext, type Context} from '../../policy/rule.ts'
import {rules} from '../../policy/rules.ts'
import {runCommand, temporaryFolder, writeDataset} from '../support/command.ts'
import {lakeWith} from '../support/lake.ts'
import {article, library, paragraph, slug, withDocument, work} from '../support/library.ts'

const spaced = {...article, title: 'What  is prolotherapy?'}

test('repeated spaces are removed in a draft, and readers keep the approved text', async () => {
  const {dir, client} = await lakeWith(withDocument(spaced))
  const {stdout} = await runCommand('validate', ['--source', dir, '--fix', '--json'])
  expect(JSON.parse(stdout)).toMatchObject({fixed: ['drafts.article']})
  expect(await client.getDocument('drafts.article')).toMatchObject({title: 'What is prolotherapy?'})
  expect(await client.getDocument('article')).toMatchObject({title: spaced.title})
})

test('a page that moved after its approval gets its former address in a draft', async () => {
  const moved = {...article, slug: slug('moved')}
  const {dir, client} = await lakeWith(library)
  await client.createOrReplace(moved)
  await runCommand('validate', ['--source', dir, '--fix', '--json'])
  expect(await client.getDocument('drafts.article')).toMatchObject({
    slug: moved.slug,
    formerSlugs: [slugOf(article)],
  })
})

test('a dataset file is not changed', async () => {
  using folder = temporaryFolder()
  const file = writeDataset(folder.path, library)
  const {code, stderr} = await runCommand('validate', ['--source', file, '--fix'])
  expect(code).toBe(1)
  expect(stderr).toContain('cannot be changed: it is a file')
})

test('a fix of spaces changes nothing else, and leaves nothing to fix', () => {
  const spaces = fc.stringMatching(/^[ \t\u00A0a.]{0,12}$/)
  fc.assert(
    fc.property(fc.array(fc.oneof(spaces, fc.string())), fc.string(), (texts, title) => {
      const children = texts.map((text, index) => ({
        _type: 'span',
        _key: `s${index}`,
        marks: [],
        text,
      }))
      const document = {
        _id: 'a',
        _type: 'article',
        title,
        body: [{...paragraph('b', ''), children}],
      }
      const result = fixed(document, emptyContext)
      expect(JSON.stringify(result).replaceAll(/\s|\\t/g, '')).toBe(
        JSON.stringify(document).replaceAll(/\s|\\t/g, ''),
      )
      expect(spacingIn(result)).toEqual([])
    }),
  )
})

function spacingIn(document: Parameters<typeof check>[0]) {
  return check(document, emptyContext).filter(({rule}) => rule === 'plain/spacing')
}

test('an answer still belongs to its sentence after a fix of the spaces in it', () => {
  const answered = {
    ...article,
    body: [paragraph('b', 'Exercise  eases back pain.')],
    answers: [
      {
        _type: 'answer',
        _key: 'a',
        rule: 'evidence/uncited',
        sentence: 'Exercise  eases back pain.',
        reason: 'The page that it leads to has the studies.',
      },
    ],
  }
  const answersIn = (document: typeof answered | Parameters<typeof check>[0]) =>
    check(document, emptyContext).flatMap(({answer}) => answer ?? [])
  expect(answersIn(answered)).toHaveLength(1)
  expect(answersIn(fixed(answered, emptyContext))).toEqual(answersIn(answered))
})

test.each([
  [
    'a DOI in its address loses the address',
    {...work, doi: 'https://doi.org/10.1234/abc'},
    {},
    {doi: '10.1234/abc'},
  ],
  [
    'the former addresses keep each old address once',
    {...article, slug: slug('now'), formerSlugs: ['old', 'now', 'old']},
    exampleSettledAs('article', {slug: 'before'}),
    {formerSlugs: ['old', 'before']},
  ],
] as const)('%s', (_, document, context: Partial<Context>, expected) => {
  expect(fixed(document, {...emptyContext, ...context})).toEqual({...document, ...expected})
})

test('no rule that mends its examples reports them again', () => {
  const mendable = rules.flatMap((rule) =>
    rule.examples.fails.flatMap((example) => {
      if (typeof example === 'string') return []
      const context = {...emptyContext, ...example.context}
      const {document} = example
      const isMended = check(document, context, [rule]).some(({mend}) => mend)
      return isMended ? [{rule, context, document}] : []
    }),
  )
  expect(new Set(mendable.map(({rule}) => rule.id))).toEqual(
    new Set(['evidence/identifier', 'links/wrapped', 'links/redirect', 'links/moved']),
  )
  for (const {rule, context, document} of mendable) {
    expect(check(fixed(document, context), context, [rule])).toEqual([])
  }
})
