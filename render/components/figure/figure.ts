// An image with its alternative text, caption and credit.

import {html} from 'ghtml'
import type {Figure} from '../../../model/health-text.ts'
import type {BlockComponent} from '../../page/context.ts'
import {imageOf, imagePath} from '../../page/images.ts'

export const figure = {
  html: (block, context) => {
    const image = imageOf(block, context.library)
    const {alt, caption, credit} = block
    const words = [
      caption === undefined ? '' : html`${caption}`,
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
      !${words.length === 0 ? '' : `<figcaption>${words.join(' ')}</figcaption>\n`}
    </figure>`
  },
  text: ({alt, caption, credit}) =>
    [`[Image: ${alt}]`, caption, credit === undefined ? undefined : `Image: ${credit}`]
      .filter((part) => part !== undefined)
      .join('\n'),
} satisfies BlockComponent<Figure>
