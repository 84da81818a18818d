// The guides quote labels of the Studio in italics, and the lengths of two fields. The Studio must show
// the same.

import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {limits} from '../../schemas/data/limits.ts'
import {emphasisOf} from './markdown.ts'

const guides = [
  'README.md',
  ...['writers', 'reviewers', 'operators'].map((name) => `docs/${name}.md`),
]

/** Labels of Sanity's own, which our code does not contain. */
const ofSanity = new Set([
  'Structure',
  'Editor',
  'Generate',
  'Create',
  'Discard changes',
  'Trying to connect…',
])

const code = ['schemas', 'studio', 'review']
  .flatMap((folder) =>
    readdirSync(folder, {recursive: true, encoding: 'utf8'})
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => join(folder, path)),
  )
  .concat('sanity.config.ts')
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n')
  .replaceAll(/(?<=>)\s+|\s+(?=<)/g, '')

/** Whether the code contains a label as a whole string, or as the whole text of an element. */
function isLabel(words: string): boolean {
  return [`'${words}'`, `"${words}"`, `>${words}<`].some((label) => code.includes(label))
}

test.each(guides)('%s quotes only labels that the Studio shows', (path) => {
  const labels = emphasisOf(path).filter((words) => /^[A-Z]/.test(words))
  expect(labels).not.toEqual([])
  expect(labels.filter((words) => !ofSanity.has(words) && !isLabel(words))).toEqual([])
})

test('the guide for writers quotes the lengths that the form allows', () => {
  const quoted = readFileSync('docs/writers.md', 'utf8').match(/[\w ]+ \d+ characters/g)
  const {'article.title': title, 'article.summary': summary} = limits
  expect(quoted).toEqual([
    ` It has at most ${title.max} characters`,
    ` It has ${summary.min} to ${summary.max} characters`,
  ])
})
