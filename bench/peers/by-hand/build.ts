// The script that one writes by hand: reads the library through Sanity's client, and writes HTML and JSON.
// It has no gate and no checks, so it shows whatever is published.

import {mkdir, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {createClient} from '@sanity/client'
import {articleJson, cardJson, textJson} from './json.ts'
import {articlePage, faqPage, indexPage, therapyPage} from './pages.ts'
import type {Article, Disclaimer, Question, Site, Therapy} from './types.ts'

const PAGE = 100
const CARDS = 50
const {SANITY_API_HOST, SANITY_API_TOKEN, OUT = 'dist'} = process.env

const ARTICLES = `*[_type == "article" && _id > $after] | order(_id) [0...${PAGE}]{
  ...,
  authors[]->,
  reviewers[]->,
  conditions[]->,
  therapies[]->,
  "faqs": coalesce(faqs[]->, []),
  "works": body[_type == "block"].markDefs[_type == "citation"].reference->,
  body[]{
    ...,
    markDefs[]{..., "target": reference->{_id, _type, slug}},
    "therapy": therapy->{name, slug, summary, evidenceLevel},
    "faq": faq->{question, answer}
  }
}`

const client = createClient({
  apiHost: SANITY_API_HOST,
  useProjectHostname: false,
  projectId: 'countersign',
  dataset: 'production',
  apiVersion: '2025-02-19',
  useCdn: false,
  token: SANITY_API_TOKEN,
})

async function write(path: string, content: string | object): Promise<void> {
  const text = typeof content === 'string' ? content : JSON.stringify(content)
  await writeFile(join(OUT, path), text)
}

async function writeArticle(article: Article): Promise<void> {
  const {current} = article.slug
  await write(`web/articles/${current}.html`, articlePage(article, disclaimers, site))
  await write(`app/articles/${current}.json`, articleJson(article, disclaimers))
}

for (const folder of ['web/articles', 'web/therapies', 'app/articles', 'app/therapies', 'app/faqs'])
  await mkdir(join(OUT, folder), {recursive: true})

const site = await client.fetch<Site>('*[_id == "siteSettings"][0]')
const therapies = await client.fetch<Therapy[]>('*[_type == "therapyType"]')
const questions = await client.fetch<Question[]>('*[_type == "faq"]')
const disclaimers = await client.fetch<Disclaimer[]>(
  '*[_type == "disclaimer"] | order(priority desc)',
)

const cards = []
let after = ''
for (;;) {
  const articles = await client.fetch<Article[]>(ARTICLES, {after})
  await Promise.all(articles.map(writeArticle))
  cards.push(...articles.map(cardJson))
  after = articles.at(-1)?._id ?? after
  if (articles.length < PAGE) break
}

const pages = Math.ceil(cards.length / CARDS)
for (let page = 1; page <= pages; page++) {
  const path = page === 1 ? 'web/index.html' : `web/index-${page}.html`
  await write(path, indexPage(cards.slice((page - 1) * CARDS, page * CARDS), page, pages, site))
}
await write('app/index.json', {site, pages: cards})
await write('web/faq.html', faqPage(questions, site))
for (const question of questions) {
  const {slug, question: title, answer} = question
  await write(`app/faqs/${slug.current}.json`, {title, answer: textJson(answer)})
}
for (const therapy of therapies) {
  const {slug, name: title, description} = therapy
  await write(`web/therapies/${slug.current}.html`, therapyPage(therapy, site))
  await write(`app/therapies/${slug.current}.json`, {title, description: textJson(description)})
}
