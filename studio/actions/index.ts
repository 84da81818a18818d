// The actions of a document. Governed types get the review actions in place of Sanity's own Publish.

import type {DocumentActionComponent, DocumentActionsResolver} from 'sanity'
import {isGoverned} from '../../review/governed.ts'
import {onceFor} from '../../review/once.ts'
import {recordTypes} from '../../review/record-types.ts'
import {translate} from '../renditions/translate.tsx'
import {approve} from './approve.tsx'
import {deletePublished} from './delete.tsx'
import {publish} from './publish.ts'
import {requestChanges} from './request-changes.tsx'
import {retract} from './retract.tsx'
import {submit} from './submit.tsx'

/** Sanity's own actions that would bypass the reviewers. */
const around = new Set(['publish', 'unpublish', 'schedule', 'unpublishVersion'])

/** The type that always has exactly one document. */
const SINGLETON = 'siteSettings'

/** What Sanity can do with it. It cannot be deleted, duplicated or unpublished. */
const forSingleton = new Set(['discardChanges', 'restore'])

/** Types that the menu for new documents leaves out. */
export const notCreatable: readonly string[] = [...recordTypes, SINGLETON]

export const documentActions: DocumentActionsResolver = (actions, {schemaType}) => {
  if (schemaType === SINGLETON) {
    // Without site settings there is no library, so they are changed and never retracted.
    return [
      approve,
      submit,
      publish,
      requestChanges,
      ...actions.filter(({action}) => action !== undefined && forSingleton.has(action)),
    ]
  }
  if (recordTypes.includes(schemaType)) return []
  if (!isGoverned(schemaType)) return actions
  const others = actions.filter(({action}) => action === undefined || !around.has(action))
  // The first one that applies is the button. The others are in the menu beside it.
  return [
    approve,
    submit,
    publish,
    requestChanges,
    retract,
    translate,
    ...others.map((action) => (action.action === 'delete' ? onlyDrafts(action) : action)),
    deletePublished,
  ]
}

/**
 * Lets a user delete a document only before it is published. A published one is retracted instead,
 * which gives readers a reason and a notice, and an administrator can delete it then. Actions are React components, which lose their state
 * when the function changes, so each action is wrapped once.
 */
const onlyDrafts = onceFor((action: DocumentActionComponent): DocumentActionComponent => {
  const narrowed: DocumentActionComponent = (props) => {
    const description = action(props)
    return props.published ? null : description
  }
  narrowed.action = 'delete'
  return narrowed
})
