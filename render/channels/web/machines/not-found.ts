// The page that a web server shows where there is none, `404.html`. It leads to the lists of each language.

import {html} from 'ghtml'
import {langAttributes} from '../../../page/lang.ts'
import type {Library} from '../../../page/library.ts'
import type {ChannelFile} from '../../channel.ts'
import {pathOfSite} from '../context.ts'
import {layout} from '../layout.ts'
import {navigationOf} from '../navigation.ts'

const NOT_FOUND = '404.html'

export function notFoundFile(library: Library): ChannelFile {
  const {language, settings, editions} = library
  const words = library.words(language)
  const root = pathOfSite(settings)
  const main = html`<h1>${words.machines.notFound}</h1>
    !${editions.map((edition) => {
      const {machines, ...others} = library.words(edition.language)
      return html`<div!${langAttributes(edition.language, language)}>
        <p class="lead">${machines.notFoundLead}</p>
        <ul>
          !${navigationOf(library, edition.folder).map(
            ({file, label}) =>
              html`<li>
                <a href="${root}${edition.folder}${file}">${label({machines, ...others})}</a>
              </li> `,
          )}
        </ul>
      </div> `
    })}`
  return {
    path: NOT_FOUND,
    content: layout(
      {
        title: words.machines.notFound,
        language,
        address: NOT_FOUND,
        isUnlisted: true,
        isShownAnywhere: true,
        main,
      },
      library,
    ),
  }
}
