// Where the pages of conditions are in the web channel.

import type {Condition} from '../../../../model/condition.ts'

/** The list of all conditions. */
export const CONDITIONS_PAGE = 'conditions.html'

/** The address of the page of a condition, relative to the folder of the channel. */
export function conditionAddress({slug}: Pick<Condition, 'slug'>): string {
  return `conditions/${slug.current}.html`
}
