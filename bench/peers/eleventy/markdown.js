// The Markdown of the Eleventy site.

import markdownIt from 'markdown-it'

export const markdown = markdownIt({html: true})

// A heading gets an id, as in the other sites, so that the contents of a page can lead to it.
markdown.renderer.rules.heading_open = (tokens, index, _options, _env, self) => {
  const {tag} = tokens[index]
  const id = tag === 'h2' ? ` id="section-${idOf(tokens[index + 1].content)}"` : ''
  return `<${tag}${id}${self.renderAttrs(tokens[index])}>`
}

/** A short text as HTML. */
export function toHtml(text) {
  return markdown.render(text)
}

function idOf(heading) {
  return heading
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
}
