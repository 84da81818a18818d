// Readers can say on each page whether it helped them: in a form, or by email.

import {expect, test} from 'vitest'
import {revisionOf, type StoredDocument} from '../../review/revision.ts'
import {decode} from '../support/html.ts'
import {article, settings, therapy, withApproved} from '../support/library.ts'
import {exportDocuments, freshOut, released} from '../support/release.ts'
import {bilingualLibrary, bilingualSettings} from '../support/translations.ts'

const ADDRESS = 'https://library.example/feedback'
const ARTICLE = 'web/articles/what-is-prolotherapy.html'
const THERAPY = 'web/therapies/dextrose.html'

/** The part of a page that asks, and the page's security policy. */
async function asks(documents: readonly StoredDocument[], path: string) {
  const out = freshOut()
  await exportDocuments(documents, out)
  const page = decode(released(out, path) ?? '')
  const [section = ''] = /<section class="helpful"[^]*?<\/section>/.exec(page) ?? []
  const [, formsTo] = /form-action ([^;"]*)/.exec(page) ?? []
  return {section: section.replaceAll(/\s+/g, ' '), formsTo, page}
}

test.each([
  ['an article', ARTICLE, article, 'Was this article helpful?'],
  ['a treatment', THERAPY, therapy, 'Was this page helpful?'],
] as const)('the page of %s has a form that says what the answer is about', async (...of) => {
  const [, path, document, question] = of
  const {section, formsTo, page} = await asks(
    withApproved({...settings, feedbackUrl: ADDRESS}),
    path,
  )
  expect(section).toContain(question)
  expect(section).toContain(`<form method="post" action="${ADDRESS}"`)
  expect(section).toContain(`name="page" value="${document._id}"`)
  expect(section).toContain(`name="revision" value="${revisionOf(document)}"`)
  expect(section).toContain('name="language" value="en-US"')
  expect(section).toContain('name="helpful" value="yes"')
  expect(section).toContain('name="helpful" value="no"')
  expect(section).toMatch(/<textarea[^>]*name="comment"[^>]*maxlength="500"/)
  expect(section).toContain('do not write about your own health')
  // It works without scripts, and the page can send to this address only.
  expect(formsTo).toBe(ADDRESS)
  expect(page).not.toMatch(/script-src/)
})

test('a policy names the address without its query', async () => {
  const feedbackUrl = `${ADDRESS}?site=1`
  const {section, formsTo} = await asks(withApproved({...settings, feedbackUrl}), ARTICLE)
  expect(section).toContain(`action="${feedbackUrl}"`)
  expect(formsTo).toBe(ADDRESS)
})

test('the form comes before the email, which needs no form', async () => {
  const feedbackEmail = 'us@library.example'
  const both = {...settings, feedbackUrl: ADDRESS, feedbackEmail}
  const form = await asks(withApproved(both), ARTICLE)
  expect(form.section).not.toContain('mailto:')
  const email = await asks(withApproved({...settings, feedbackEmail}), ARTICLE)
  expect(email.section).toContain('mailto:us@library.example?subject=Helpful')
  expect(email.section).not.toContain('<form')
  expect(email.formsTo).toBe("'none'")
})

test('without an address, pages do not ask', async () => {
  const {section, formsTo} = await asks(withApproved(settings), ARTICLE)
  expect(section).toBe('')
  expect(formsTo).toBe("'none'")
})

test('a page in Spanish asks in Spanish, about its own text', async () => {
  const {section} = await asks(
    bilingualLibrary({...bilingualSettings, feedbackUrl: ADDRESS}),
    'web/es/articles/que-es-la-proloterapia.html',
  )
  expect(section).toContain('¿Le sirvió este artículo?')
  expect(section).toContain('no escriba sobre su propia salud')
  expect(section).toContain('name="language" value="es"')
})
