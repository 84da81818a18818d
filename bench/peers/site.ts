// Writes the same articles as a site for a generator that reads Markdown: articles and treatments in
// content/, the shared documents in a folder of JSON, and the templates of a folder beside this file.

import {cpSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import type {Article} from '../../model/article.ts'
import type {Faq} from '../../model/faq.ts'
import type {TherapyType} from '../../model/therapy-type.ts'
import {countryOf, coveredTherapies} from '../../policy/coverage.ts'
import {applicableDisclaimers} from '../../policy/disclaimers/applies.ts'
import {evidenceInWords} from '../../render/page/evidence.ts'
import {dayOf} from '../../review/days.ts'
import {nextReviewOf} from '../../review/due.ts'
import {revisionOf} from '../../review/revision.ts'
import {interfaceWords} from '../../schemas/data/interface-words.ts'
import {article, articleId, articleSlug} from '../article.ts'
import type {Changed} from '../change.ts'
import type {SharedContent, StoredTherapy} from '../content.ts'
import {approverOf, DECIDED_AT} from '../dataset.ts'
import {toMarkdown, type Dialect} from '../markdown.ts'

/** How a generator wants its site. */
export interface SiteStyle {
  /** The folder of its templates, beside this file. */
  readonly templates: string
  /** The folder of the shared documents, in its site. */
  readonly data: string
  readonly dialect: Dialect
  /** Puts JSON in front of a text, as the generator reads it. */
  readonly withFrontMatter: (json: string, text: string) => string
}

/** The folder that templates share. Each site has it beside itself, as here. */
export const SHARED = 'shared'

/** Writes the whole site into a folder. */
export function writeSite(
  dir: string,
  style: SiteStyle,
  count: number,
  shared: SharedContent,
): void {
  cpSync(join(import.meta.dirname, style.templates), dir, {recursive: true})
  cpSync(join(import.meta.dirname, SHARED), join(dir, '..', SHARED), {recursive: true})
  const write = (path: string, content: string): void => {
    mkdirSync(dirname(join(dir, path)), {recursive: true})
    writeFileSync(join(dir, path), content)
  }
  for (const [name, data] of Object.entries(dataFiles(shared, style.dialect))) {
    write(`${style.data}/${name}.json`, JSON.stringify(data))
  }
  for (const therapy of shared.therapies) {
    write(`content/therapies/${therapy.slug.current}.md`, therapyPage(therapy, style))
  }
  const slugs = new Map(
    Array.from({length: count}, (_, index) => [articleId(index), articleSlug(index)]),
  )
  const addressOf = (id: string): string => {
    const slug = slugs.get(id)
    return slug === undefined ? `../therapies/${id}.html` : `${slug}.html`
  }
  for (let index = 0; index < count; index++) {
    const document = article(index, count, shared)
    write(articlePath(index), articlePage(document, shared, style, addressOf))
  }
}

function articlePath(index: number): string {
  return `content/articles/${articleSlug(index)}.md`
}

/** The same change of a site that `changeAndApprove` makes in a lake. */
export function changeSite(dir: string, {data}: SiteStyle, what: Changed): void {
  switch (what) {
    case 'article':
      return retitle(join(dir, articlePath(0)))
    case 'disclaimer':
      return retitle(join(dir, data, 'disclaimers.json'))
    case 'setting':
      return retitle(join(dir, data, 'site.json'))
  }
}

/** Gives the first title in a file another number at its end. */
function retitle(file: string): void {
  const text = readFileSync(file, 'utf8')
  writeFileSync(
    file,
    text.replace(/(?<="title": ?")[^"]*/, (old) => `${old.replace(/ \d+$/, '')} ${Date.now()}`),
  )
}

/** The shared documents by id. The templates look them up. */
function dataFiles(shared: SharedContent, dialect: Dialect): Record<string, object> {
  const {settings, authors, reviewers, conditions, works, therapies, faqs, disclaimers} = shared
  const plainMarkdown = (text: PlainText): string => plainTextOf(text, dialect)
  return {
    site: settings,
    persons: byId([...authors, ...reviewers]),
    conditions: byId(conditions),
    works: byId(works),
    therapies: byId(therapies.map(withMeaning)),
    faqs: byId(
      faqs.map(({_id, question, slug, answer}) => ({
        _id,
        question,
        slug: slug.current,
        answer: plainMarkdown(answer),
      })),
    ),
    disclaimers: byId(disclaimers.map((item) => ({...item, body: plainMarkdown(item.body)}))),
  }
}

function byId<T extends {readonly _id: string}>(documents: readonly T[]): Record<string, T> {
  return Object.fromEntries(documents.map((document) => [document._id, document]))
}

type PlainText = Faq['answer'] | TherapyType['description']

function plainTextOf(text: PlainText, dialect: Dialect): string {
  return toMarkdown(text, {dialect, numbers: new Map(), addressOf: (id) => id})
}

function withMeaning(therapy: StoredTherapy) {
  const {_id, name, slug, aliases, summary, evidenceLevel} = therapy
  return {
    _id,
    name,
    slug: slug.current,
    aliases,
    summary,
    ...evidenceInWords({evidenceLevel}, interfaceWords('en')),
  }
}

function therapyPage(therapy: StoredTherapy, style: SiteStyle): string {
  const {_id, name, slug, summary, description, administration, evidence} = therapy
  const text = [description, administration, evidence]
    .map((part) => plainTextOf(part, style.dialect))
    .join('\n')
  return page({title: name, id: _id, slug: slug.current, summary}, text, style)
}

function page(frontMatter: object, text: string, {withFrontMatter}: SiteStyle): string {
  return withFrontMatter(JSON.stringify(frontMatter, null, 2), text)
}

function articlePage(
  document: Article,
  shared: SharedContent,
  style: SiteStyle,
  addressOf: (id: string) => string,
): string {
  const cited = citedWorks(document)
  const ids = new Set(coveredTherapies(document))
  const covered = shared.therapies.filter(({_id}) => ids.has(_id))
  const frontMatter = {
    title: document.title,
    id: document._id,
    slug: document.slug.current,
    summary: document.summary,
    audience: document.audience,
    firstPublished: dayOf(DECIDED_AT),
    lastModified: dayOf(DECIDED_AT),
    authors: document.authors.map(({_ref}) => _ref),
    conditions: (document.conditions ?? []).map(({_ref}) => _ref),
    therapies: covered.map(({_id}) => _id),
    faqs: (document.faqs ?? []).map(({_ref}) => _ref),
    references: cited,
    disclaimers: applicableDisclaimers(shared.disclaimers, {
      therapies: covered,
      conditions: (document.conditions ?? []).map(({_ref}) => _ref),
      channel: 'web',
      country: countryOf(document),
    }).map(({_id}) => _id),
    approval: {
      revision: revisionOf(document),
      reviewer: approverOf(document),
      decidedAt: DECIDED_AT,
      lastReviewed: dayOf(DECIDED_AT),
      nextReviewDue: nextReviewOf({decidedAt: DECIDED_AT}, document.reviewInterval),
    },
  }
  const numbers = new Map(cited.map((id, position) => [id, position + 1]))
  const {dialect} = style
  return page(frontMatter, toMarkdown(document.body, {dialect, numbers, addressOf}), style)
}

/** The ids of the works that the body cites, in order. */
function citedWorks({body}: Article): string[] {
  const marks = body.flatMap((block) => (block._type === 'block' ? (block.markDefs ?? []) : []))
  return [
    ...new Set(marks.flatMap((mark) => (mark._type === 'citation' ? [mark.reference._ref] : []))),
  ]
}
