// A list of warning signs: what a reader with each of them does, the most urgent first.

import {html} from 'ghtml'
import type {WarningSignsEmbed} from '../../../model/health-text.ts'
import {groupsOf} from '../../../model/warning-signs.ts'
import type {BlockComponent} from '../../page/context.ts'
import {langAttributes} from '../../page/lang.ts'

export const warningSigns: BlockComponent<WarningSignsEmbed> = {
  html: ({warningSigns: {_ref}}, {library, language}, _, renderHeading) => {
    const list = library.get('warningSigns', _ref)
    // The whole block is in the language of the list.
    const {urgency: labels} = library.words(list.language)
    const groups = groupsOf(list).map(
      ({urgency, action, signs}) =>
        html`<div class="signs signs-${urgency}">
          <p><strong class="signs-label">${labels[urgency]}.</strong> ${action}</p>
          <ul>
            !${signs.map((sign) => html`<li>${sign}</li> `)}
          </ul>
        </div> `,
    )
    return html`<div class="warning-signs" role="note" !${langAttributes(list.language, language)}>
      !${renderHeading(list.title, 'warning-signs-title')} !${groups}
    </div>`
  },
  text: ({warningSigns: {_ref}}, {library}) => {
    const list = library.get('warningSigns', _ref)
    const {urgency: labels} = library.words(list.language)
    const groups = groupsOf(list).map(({urgency, action, signs}) =>
      [`${labels[urgency]}. ${action}`, ...signs.map((sign) => `- ${sign}`)].join('\n'),
    )
    return [list.title, ...groups].join('\n\n')
  },
}
