// The list of all articles as JSON.

import {getCollection} from 'astro-content'
import {site} from '../data.js'

export async function GET() {
  const articles = await getCollection('articles')
  const pages = articles.map(({data}) => ({
    id: data.id,
    type: 'article',
    slug: data.slug,
    title: data.title,
    path: `/articles/${data.slug}.html`,
    summary: data.summary,
    lastReviewed: data.approval.lastReviewed,
  }))
  return Response.json({contract: 1, site, pages})
}
