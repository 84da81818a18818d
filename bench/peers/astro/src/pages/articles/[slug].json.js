// The JSON of each article.

import {getCollection} from 'astro-content'
import {articleJson} from '../../../../shared/article-json.js'
import * as shared from '../../data.js'
import {toHtml} from '../../embeds.js'

export async function getStaticPaths() {
  const articles = await getCollection('articles')
  return articles.map((article) => ({params: {slug: article.data.slug}, props: {article}}))
}

export function GET({props: {article}}) {
  const {data, body: source, rendered} = article
  return Response.json(articleJson(data, {source, html: rendered.html}, shared, toHtml))
}
