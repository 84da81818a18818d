// The collections of the Astro site: folders of Markdown that the bench writes.

import {defineCollection} from 'astro-content'
import {glob} from 'astro/loaders'

function folder(name) {
  return defineCollection({loader: glob({base: `./content/${name}`, pattern: '*.md'})})
}

export const collections = {articles: folder('articles'), therapies: folder('therapies')}
