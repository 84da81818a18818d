// Writes a Hugo site of the same articles: Markdown with front matter in content/, the shared
// documents in data/, and the templates and configuration of the folder hugo/.

import {spawnSync} from 'node:child_process'
import {cpSync, mkdirSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Article} from '../model/article.ts'
import type {Faq} from '../model/faq.ts'
import type {TherapyType} from '../model/therapy-type.ts'
import {coveredTherapies} from '../policy/coverage.ts'
import {applicableDisclaimers} from '../policy/disclaimers/applies.ts'
import {dayOf} from '../review/days.ts'
import {nextReviewOf} from '../review/due.ts'
import {revisionOf} from '../review/revision.ts'
import {evidenceInWords} from '../schemas/data/evidence-levels.ts'
import {article, articleId, articleSlug} from './article.ts'
import type {SharedContent, StoredTherapy} from './content.ts'
import {approverOf, DECIDED_AT} from './dataset.ts'
import {toMarkdown} from './markdown.ts'

/** Hugo's version, or undefined if it is not on the path. */
export function hugoVersion(): string | undefined {
  const {status, stdout} = spawnSync('hugo', ['version'], {encoding: 'utf8'})
  return status === 0 ? /v\d+\.\d+\.\d+/.exec(stdout)?.[0] : undefined
}

/** Writes the whole site into a folder. */
export function writeHugoSite(dir: string, count: number, shared: SharedContent): void {
  cpSync(fileURLToPath(new URL('hugo', import.meta.url)), dir, {recursive: true})
  const write = (path: string, content: string): void => {
    mkdirSync(dirname(join(dir, path)), {recursive: true})
    writeFileSync(join(dir, path), content)
  }

  write('data/site.json', JSON.stringify(shared.settings))
  for (const [name, data] of Object.entries(dataFiles(shared))) {
    write(`data/${name}.json`, JSON.stringify(data))
  }
  for (const therapy of shared.therapies) {
    write(`content/therapies/${therapy.slug.current}.md`, therapyPage(therapy))
  }
  write('content/faq.md', page({title: 'Questions people ask', layout: 'faq'}, ''))

  const slugs = new Map(
    Array.from({length: count}, (_, index) => [articleId(index), articleSlug(index)]),
  )
  const addressOf = (id: string): string => {
    const slug = slugs.get(id)
    return slug === undefined ? `../therapies/${id}.html` : `${slug}.html`
  }
  for (let index = 0; index < count; index++) {
    const document = article(index, count, shared)
    write(`content/articles/${document.slug.current}.md`, articlePage(document, shared, addressOf))
  }
}

function page(frontMatter: object, body: string): string {
  return `${JSON.stringify(frontMatter, null, 2)}\n\n${body}`
}

/** The shared documents by id. The templates look them up. */
function dataFiles(shared: SharedContent): Record<string, object> {
  const {authors, reviewers, conditions, works, therapies, faqs, disclaimers} = shared
  return {
    persons: byId([...authors, ...reviewers]),
    conditions: byId(conditions),
    works: byId(works),
    therapies: byId(therapies.map(withMeaning)),
    faqs: byId(faqs.map(withAnswer)),
    disclaimers: byId(disclaimers.map((item) => ({...item, body: plainMarkdown(item.body)}))),
  }
}

function byId<T extends {readonly _id: string}>(documents: readonly T[]): Record<string, T> {
  return Object.fromEntries(documents.map((document) => [document._id, document]))
}

function plainMarkdown(text: Faq['answer'] | TherapyType['description']): string {
  return toMarkdown(text, {numbers: new Map(), addressOf: (id) => id})
}

function withMeaning(therapy: StoredTherapy) {
  const {_id, name, slug, aliases, summary, evidenceLevel} = therapy
  return {_id, name, slug: slug.current, aliases, summary, ...evidenceInWords({evidenceLevel})}
}

function withAnswer({_id, question, slug, answer}: Faq) {
  return {
    _id,
    question,
    slug: slug.current,
    answer: plainMarkdown(answer),
  }
}

function therapyPage(therapy: StoredTherapy): string {
  const {_id, name, slug, summary, description, administration, evidence} = therapy
  const text = [description, administration, evidence].map(plainMarkdown).join('\n')
  return page({title: name, id: _id, slug: slug.current, summary}, text)
}

function articlePage(
  document: Article,
  shared: SharedContent,
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
    date: dayOf(DECIDED_AT),
    lastmod: dayOf(DECIDED_AT),
    authors: document.authors.map(({_ref}) => _ref),
    conditions: (document.conditions ?? []).map(({_ref}) => _ref),
    therapies: covered.map(({_id}) => _id),
    faqs: (document.faqs ?? []).map(({_ref}) => _ref),
    references: cited,
    disclaimers: applicableDisclaimers(shared.disclaimers, {
      therapies: covered,
      conditions: (document.conditions ?? []).map(({_ref}) => _ref),
      channel: 'web',
      language: document.language,
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
  return page(frontMatter, toMarkdown(document.body, {numbers, addressOf}))
}

/** The ids of the works that the body cites, in order. */
function citedWorks({body}: Article): string[] {
  const marks = body.flatMap((block) => (block._type === 'block' ? (block.markDefs ?? []) : []))
  return [
    ...new Set(marks.flatMap((mark) => (mark._type === 'citation' ? [mark.reference._ref] : []))),
  ]
}
