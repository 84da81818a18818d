// The JSON of each article.

import {markdown} from '../markdown.js'
import {cite, plain} from '../words.js'

export const data = {
  pagination: {data: 'collections.articles', size: 1, alias: 'article'},
  permalink: ({article}) => `articles/${article.data.slug}.json`,
}

function withHtml(source) {
  const html = markdown.render(source)
  return {source, html, text: plain(html)}
}

export function render({article, shared}) {
  const {data, content: html, rawInput: source} = article
  return JSON.stringify({
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
      reviewedBy: shared.persons[data.approval.reviewer],
    },
    summary: data.summary,
    audience: data.audience,
    firstPublished: data.firstPublished,
    lastModified: data.lastModified,
    authors: data.authors.map((id) => shared.persons[id]),
    conditions: data.conditions.map((id) => shared.conditions[id]),
    therapies: data.therapies.map((id) => shared.therapies[id]),
    disclaimers: data.disclaimers.map((id) => {
      const {title, body} = shared.disclaimers[id]
      return {id, title, body: withHtml(body)}
    }),
    references: data.references.map((id, index) => ({
      number: index + 1,
      id,
      citation: cite(shared.works[id]),
      doi: shared.works[id].doi,
    })),
    approval: data.approval,
    body: {source, html, text: plain(html)},
    questions: data.faqs.map((id) => {
      const {question, slug, answer} = shared.faqs[id]
      return {id, title: question, slug, answer: withHtml(answer)}
    }),
  })
}
