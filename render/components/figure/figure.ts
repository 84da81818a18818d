// An image with its alternative text, caption and credit.

import {html} from 'ghtml'
import type {Figure} from '../../../model/health-text.ts'
import type {BlockComponent, RenderContext} from '../../page/context.ts'
import {fill} from '../../page/fill.ts'
import {imageOf, imagePath} from '../../page/images.ts'
import {linesHtml} from '../../page/lines.ts'
import {sourcesHtml, withSources} from '../citation/citation.ts'

export const figure = {
  html: (block, context) => {
    const image = imageOf(block, context.library)
    const {alt, words, sources, credit} = block
    const caption = captionOf(block, context)
    const notes = [
      caption === undefined ? '' : html`${caption}!${sourcesHtml(sources, context)}`,
      credit === undefined
        ? ''
        : html`<small class="figure-credit"
            >${fill(context.words.figure.image, {words: credit})}</small
          >`,
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
      !${wordsHtml(words, context)}!${notes.length === 0 ? '' : `<figcaption>${notes.join(' ')}</figcaption>\n`}
    </figure>`
  },
  text: (block, context) => {
    const {alt, words, sources, credit} = block
    const {figure: labels} = context.words
    const caption = captionOf(block, context)
    return [
      `[${fill(labels.image, {words: alt})}]`,
      words === undefined ? undefined : `${labels.words}: ${words}`,
      caption === undefined ? undefined : withSources(caption, sources, context),
      credit === undefined ? undefined : fill(labels.image, {words: credit}),
    ]
      .filter((part) => part !== undefined)
      .join('\n')
  },
} satisfies BlockComponent<Figure>

/** The words that the numbers of the sources follow. An image without a caption can have sources for its own words. */
function captionOf({caption, sources = []}: Figure, {words}: RenderContext): string | undefined {
  return caption ?? (sources.length === 0 ? undefined : words.figure.sources)
}

/** The words of a picture as text, which grows with the browser's setting. */
function wordsHtml(words: string | undefined, context: RenderContext): string {
  return words === undefined
    ? ''
    : html`<details class="figure-words">
        <summary>${context.words.figure.words}</summary>
        <p>!${linesHtml(words)}</p>
      </details> `
}
