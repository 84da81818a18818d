// An image with its alternative text, caption and credit.

import {html} from 'ghtml'
import type {Figure} from '../../../model/health-text.ts'
import type {BlockComponent} from '../../page/context.ts'
import {imageOf, imagePath} from '../../page/images.ts'
import {linesHtml} from '../../page/lines.ts'
import {sourcesHtml, withSources} from '../citation/citation.ts'

export const figure = {
  html: (block, context) => {
    const image = imageOf(block, context.library)
    const {alt, words, sources, credit} = block
    const caption = captionOf(block)
    const notes = [
      caption === undefined ? '' : html`${caption}!${sourcesHtml(sources, context)}`,
      credit === undefined ? '' : html`<small class="figure-credit">Image: ${credit}</small>`,
    ].filter((part) => part !== '')
    return html`<figure class="figure">
      <img
        src="${context.imageAddress(imagePath(image))}"
        alt="${alt}"
        width="${image.width}"
        height="${image.height}"
        loading="lazy"
        decoding="async"
      />
      !${wordsHtml(words)}!${notes.length === 0 ? '' : `<figcaption>${notes.join(' ')}</figcaption>\n`}
    </figure>`
  },
  text: (block, context) => {
    const {alt, words, sources, credit} = block
    const caption = captionOf(block)
    return [
      `[Image: ${alt}]`,
      words === undefined ? undefined : `Words in the image: ${words}`,
      caption === undefined ? undefined : withSources(caption, sources, context),
      credit === undefined ? undefined : `Image: ${credit}`,
    ]
      .filter((part) => part !== undefined)
      .join('\n')
  },
} satisfies BlockComponent<Figure>

/** The words that the numbers of the sources follow. An image without a caption can have sources for its own words. */
function captionOf({caption, sources = []}: Figure): string | undefined {
  return caption ?? (sources.length === 0 ? undefined : 'Sources:')
}

/** The words of a picture as text, which grows with the browser's setting. */
function wordsHtml(words: string | undefined): string {
  return words === undefined
    ? ''
    : html`<details class="figure-words">
        <summary>Words in the image</summary>
        <p>!${linesHtml(words)}</p>
      </details> `
}
