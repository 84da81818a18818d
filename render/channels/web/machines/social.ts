// What other sites show of a page when somebody shares its address (https://ogp.me).

import {html} from 'ghtml'
import type {Figure} from '../../../../model/health-text.ts'
import {likelyRegionOf, mainLanguage} from '../../../../schemas/data/languages.ts'
import {imageOf, imagePath} from '../../../page/images.ts'
import type {Library} from '../../../page/library.ts'
import {publicAddress} from '../context.ts'

/** A picture of a page. */
export interface SocialPicture {
  /** In the channel. */
  readonly path: string
  readonly width: number
  readonly height: number
  readonly alt: string
}

/** The picture of pages that have none. It is one file without words, so that it fits each language and library. */
export const SOCIAL_CARD = {path: 'social-card.png', width: 1200, height: 630}

interface Shared {
  readonly title: string
  readonly description?: string | undefined
  readonly language: string
  /** The address of the page in the channel. */
  readonly address: string
  readonly isArticle: boolean
  readonly picture?: SocialPicture | undefined
}

/** A figure as the picture of a page. */
export function socialPicture(
  figure: Figure | undefined,
  library: Library,
): SocialPicture | undefined {
  if (!figure) return undefined
  const image = imageOf(figure, library)
  return {path: imagePath(image), width: image.width, height: image.height, alt: figure.alt}
}

/** The `meta` elements of a page. Pictures need full addresses, so there is one only if the site has an address. */
export function socialTags(
  {title, description, language, address, isArticle, picture}: Shared,
  library: Library,
): string {
  const {settings} = library
  const {machines} = library.words(language)
  const {path, width, height, alt} = picture ?? {...SOCIAL_CARD, alt: machines.socialCard}
  const url = publicAddress(address, settings)
  const image = publicAddress(path, settings)
  const properties = {
    'og:title': title,
    'og:description': description,
    'og:type': isArticle ? 'article' : 'website',
    'og:url': url,
    'og:site_name': library.site(language).title.words,
    'og:locale': localeOf(language),
    ...(image === undefined
      ? {}
      : {
          'og:image': image,
          'og:image:width': width,
          'og:image:height': height,
          'og:image:alt': alt,
        }),
  }
  const tags = Object.entries(properties).map(([property, value]) =>
    value === undefined ? '' : html`<meta property="${property}" content="${value}" /> `,
  )
  const card = image === undefined ? 'summary' : 'summary_large_image'
  return html`!${tags}<meta name="twitter:card" content="${card}" /> `
}

/** A language with a country, as the protocol wants it: `en_US`. */
function localeOf(language: string): string | undefined {
  const region = likelyRegionOf(language)
  return region === undefined ? undefined : `${mainLanguage(language)}_${region}`
}
