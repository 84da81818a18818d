// The JSON of each article.

import {articleJson} from '../../shared/article-json.js'
import {toHtml} from '../markdown.js'

export const data = {
  pagination: {data: 'collections.articles', size: 1, alias: 'article'},
  permalink: ({article}) => `articles/${article.data.slug}.json`,
}

export function render({article, shared}) {
  const {data, content: html, rawInput: source} = article
  return JSON.stringify(articleJson(data, {source, html}, shared, toHtml))
}
