// The JSON of each article.

import {getCollection} from 'astro-content'
import {conditions, disclaimers, faqs, persons, therapies, works} from '../../data.js'
import {cite, plain, toHtml} from '../../embeds.js'

export async function getStaticPaths() {
  const articles = await getCollection('articles')
  return articles.map((article) => ({params: {slug: article.data.slug}, props: {article}}))
}

function withHtml(source) {
  const html = toHtml(source)
  return {source, html, text: plain(html)}
}

export function GET({props: {article}}) {
  const {data, body: source, rendered} = article
  return Response.json({
    contract: 1,
    status: 'approved',
    id: data.id,
    slug: data.slug,
    language: 'en-US',
    title: data.title,
    type: 'article',
    revision: data.approval.revision,
    review: {
      lastReviewed: data.approval.lastReviewed,
      nextReviewDue: data.approval.nextReviewDue,
      reviewedBy: persons[data.approval.reviewer],
    },
    summary: data.summary,
    audience: data.audience,
    firstPublished: data.firstPublished,
    lastModified: data.lastModified,
    authors: data.authors.map((id) => persons[id]),
    conditions: data.conditions.map((id) => conditions[id]),
    therapies: data.therapies.map((id) => therapies[id]),
    disclaimers: data.disclaimers.map((id) => {
      const {title, body} = disclaimers[id]
      return {id, title, body: withHtml(body)}
    }),
    references: data.references.map((id, index) => ({
      number: index + 1,
      id,
      citation: cite(works[id]),
      doi: works[id].doi,
    })),
    approval: data.approval,
    body: {source, html: rendered.html, text: plain(rendered.html)},
    questions: data.faqs.map((id) => {
      const {question, slug, answer} = faqs[id]
      return {id, title: question, slug, answer: withHtml(answer)}
    }),
  })
}
