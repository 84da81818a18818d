// One page of the web channel. It is a pure function of page and library, because the Studio's preview
// calls it in the browser and an export in Node.

import {languageFolder} from '../../page/addresses.ts'
import {imageOf} from '../../page/images.ts'
import type {Library} from '../../page/library.ts'
import {figuresIn, firstPictureOf, type Page} from '../../page/page.ts'
import type {RenderedPage} from '../channel.ts'
import {articlePage} from './article.ts'
import {contextFor, pageAddress, rootFrom} from './context.ts'
import {therapyPage} from './therapy.ts'

/** The file of a page, and its images. Questions have no file of their own, because they share one page. */
export function renderPage(page: Page, library: Library): RenderedPage {
  const {document} = page
  const path = pageAddress({
    type: document._type,
    slug: document.slug.current,
    folder: languageFolder(document.language, library.language),
  })
  const context = {
    ...contextFor({...page, language: document.language}, library, rootFrom(path)),
    firstPicture: firstPictureOf(document),
  }
  const images = figuresIn(document).map((figure) => imageOf(figure, library))
  switch (document._type) {
    case 'article':
      return {files: [{path, content: articlePage({...page, document}, context, path)}], images}
    case 'therapyType':
      return {files: [{path, content: therapyPage({...page, document}, context, path)}], images}
    case 'faq':
      return {files: [], images}
  }
}
