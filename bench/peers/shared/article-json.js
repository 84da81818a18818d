// The JSON of an article, as the sites of Eleventy and Astro publish it.

import {cite, plain} from './words.js'

/**
 * @param data The front matter of the article.
 * @param body Its Markdown and its HTML.
 * @param shared The shared documents by kind and id.
 * @param toHtml Renders Markdown as the site does.
 */
export function articleJson(data, {source, html}, shared, toHtml) {
  const {persons, conditions, therapies, disclaimers, works, faqs} = shared
  const withHtml = (markdown) => {
    const rendered = toHtml(markdown)
    return {source: markdown, html: rendered, text: plain(rendered)}
  }
  return {
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
    body: {source, html, text: plain(html)},
    questions: data.faqs.map((id) => {
      const {question, slug, answer} = faqs[id]
      return {id, title: question, slug, answer: withHtml(answer)}
    }),
  }
}
