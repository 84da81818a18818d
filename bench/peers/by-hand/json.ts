// The JSON of the hand-written script.

import {disclaimersOf} from './disclaimers.ts'
import {cite, htmlOf, numbered, plainOf} from './text.ts'
import type {Article, Disclaimer, Text, Work} from './types.ts'

/** A text in all forms that an app may want. */
export function textJson(portableText: Text, works: readonly Work[] = []): object {
  const html = htmlOf(portableText, works)
  return {portableText, html, text: plainOf(html)}
}

export function articleJson(article: Article, all: readonly Disclaimer[]): object {
  const works = numbered(article.works)
  return {
    id: article._id,
    slug: article.slug.current,
    type: 'article',
    language: 'en-US',
    title: article.title,
    summary: article.summary,
    audience: article.audience,
    firstPublished: article._createdAt.slice(0, 10),
    lastModified: article._updatedAt.slice(0, 10),
    authors: article.authors,
    reviewers: article.reviewers,
    conditions: article.conditions,
    therapies: article.therapies.map(({_id: id, name, summary}) => ({id, name, summary})),
    disclaimers: disclaimersOf(article, all).map(({_id: id, title, body}) => ({
      id,
      title,
      body: textJson(body),
    })),
    references: works.map((work, index) => ({
      number: index + 1,
      id: work._id,
      citation: cite(work),
      doi: work.doi,
    })),
    body: textJson(article.body, works),
    questions: article.faqs.map(({_id: id, question: title, slug, answer}) => ({
      id,
      title,
      slug: slug.current,
      answer: textJson(answer),
    })),
  }
}

export interface Card {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly summary: string
  readonly lastReviewed: string
}

export function cardJson({_id: id, slug, title, summary, _updatedAt}: Article): Card {
  return {id, slug: slug.current, title, summary, lastReviewed: _updatedAt.slice(0, 10)}
}
