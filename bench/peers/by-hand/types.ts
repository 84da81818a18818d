// What the queries of the hand-written script are expected to return. Nothing checks it.

import type {toHTML} from '@portabletext/to-html'

export type Text = Parameters<typeof toHTML>[0]

interface Slug {
  readonly current: string
}

export interface Site {
  readonly title: string
  readonly description: string
  readonly publisher: string
  readonly url: string
  readonly feedbackEmail: string
}

export interface Person {
  readonly _id: string
  readonly name: string
  readonly credentials: string
  readonly jobTitle: string
  readonly affiliation: string
}

export interface Therapy {
  readonly _id: string
  readonly name: string
  readonly slug: Slug
  readonly summary: string
  readonly evidenceLevel: string
  readonly description: Text
  readonly administration: Text
  readonly evidence: Text
}

export interface Question {
  readonly _id: string
  readonly question: string
  readonly slug: Slug
  readonly answer: Text
}

export interface Disclaimer {
  readonly _id: string
  readonly title: string
  readonly body: Text
  readonly scope: string
  readonly therapies: readonly {readonly _ref: string}[] | null
  readonly evidenceLevels: readonly string[] | null
}

export interface Work {
  readonly _id: string
  readonly title: string
  readonly author: readonly {readonly family: string; readonly given: string}[]
  readonly containerTitle: string
  readonly issued: number
  readonly volume: string
  readonly issue: string
  readonly page: string
  readonly doi: string
}

export interface Article {
  readonly _id: string
  readonly _createdAt: string
  readonly _updatedAt: string
  readonly title: string
  readonly slug: Slug
  readonly summary: string
  readonly audience: string
  readonly body: Text
  readonly authors: readonly Person[]
  readonly reviewers: readonly Person[]
  readonly conditions: readonly {readonly _id: string; readonly name: string}[]
  readonly therapies: readonly Therapy[]
  readonly faqs: readonly Question[]
  readonly works: readonly Work[]
}
