// An address that a website cannot have is reported with its place and what to do, before anything
// is rendered from it.

import {expect, test} from 'vitest'
import {shapeFindings} from '../../model/validate.ts'
import {contentOf} from '../../review/revision.ts'
import {settings, work} from '../support/library.ts'

test.each(['mailto:us@library.example', 'tel:+12175550100', 'http://library.example', '/pages'])(
  'the library cannot be at %s',
  (url) => {
    expect(shapeFindings(contentOf({...settings, url}), 'siteSettings')).toMatchObject([
      {
        path: 'url',
        message: expect.stringMatching(/website/),
        hint: expect.stringMatching(/https/),
      },
    ])
  },
)

test('a cited work is on a web page, not at an email address', () => {
  const cited = (url: string) => shapeFindings(contentOf({...work, url}), 'citedWork')
  expect(cited('mailto:us@journal.example')).toMatchObject([
    {path: 'url', message: expect.stringMatching(/web page/)},
  ])
  expect(cited('http://journal.example/1')).toEqual([])
})
