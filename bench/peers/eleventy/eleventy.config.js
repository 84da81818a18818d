// The Eleventy site of the bench: shortcodes, filters and collections.

import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {cite, longDay, questionAside, therapyCard} from '../shared/words.js'
import {markdown, toHtml} from './markdown.js'

const therapies = read('therapies')
const faqs = read('faqs')

function read(name) {
  const file = join(import.meta.dirname, 'data', 'shared', `${name}.json`)
  return JSON.parse(readFileSync(file, 'utf8'))
}

export default function configure(config) {
  config.setLibrary('md', markdown)
  config.addCollection('articles', (all) =>
    all
      .getFilteredByGlob('content/articles/*.md')
      .toSorted((a, b) => (a.data.slug < b.data.slug ? -1 : 1)),
  )
  config.addPairedShortcode(
    'callout',
    (text, tone, title) =>
      `<div class="callout callout-${tone}" role="note">\n<p class="callout-title"><span class="callout-label">${tone}:</span> ${title}</p>\n\n${text}\n</div>\n`,
  )
  config.addShortcode('therapy', (id) => therapyCard(therapies[id]))
  config.addShortcode('faq', (id) => questionAside(faqs[id], toHtml))
  config.addFilter('cite', cite)
  config.addFilter('longDay', longDay)
  config.addFilter('markdown', toHtml)
  config.addFilter('therapyCard', therapyCard)
  config.addFilter('questionAside', (question) => questionAside(question, toHtml))
  config.addFilter('headings', (html) =>
    Array.from(html.matchAll(/<h2 id="([^"]+)">(.*?)<\/h2>/g), ([, id, text]) => ({id, text})),
  )
  config.addFilter('json', (value) => JSON.stringify(value))
  return {dir: {input: 'content', includes: '../includes', data: '../data'}}
}
