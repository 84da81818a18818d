// An image with its alternative text, caption and credit.

import {html} from 'ghtml'
import type {Figure} from '../../../model/health-text.ts'
import type {BlockComponent, RenderContext} from '../../page/context.ts'
import {fill} from '../../page/fill.ts'
import {imageOf, imagePath, variantsOf, variantTypes, type ImageUse} from '../../page/images.ts'
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
    const picture = html`<img
      src="${context.imageAddress(imagePath(image))}"
      alt="${alt}"
      width="${image.width}"
      height="${image.height}"
      loading="${block === context.firstPicture ? 'eager' : 'lazy'}"
      decoding="async"
    />`
    return html`<figure class="figure">
      !${withVariants(picture, image, context)}!${largerHtml(image, context)}
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

/** The width of a figure on a page: that of the text, which is `--measure` or leaves a margin on both sides. */
const SIZES = '(min-width: 44.5rem) 42rem, calc(100vw - 2.5rem)'

/** Lets the browser choose the format and the size that fit the screen. */
function withVariants(picture: string, image: ImageUse, context: RenderContext): string {
  const variants = variantsOf(image)
  if (variants.length === 0) return picture
  const sources = variantTypes.map((type) => {
    const files = variants
      .filter(({mimeType}) => mimeType === type)
      .map(({path, width}) => `${context.imageAddress(path)} ${width}w`)
    return html`<source type="${type}" srcset="${files.join(', ')}" sizes="${SIZES}" />`
  })
  return `<picture>${sources.join('')}${picture}</picture>`
}

/** The width of the widest screen on which the link to the picture itself shows, in pixels (figure.css). */
const PHONE = 480

/** A link to the picture itself, which readers on a phone can open and enlarge. */
function largerHtml(image: ImageUse, context: RenderContext): string {
  return image.width <= PHONE
    ? ''
    : html`<a class="figure-larger" href="${context.imageAddress(imagePath(image))}"
        >${context.words.figure.larger}</a
      >`
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
