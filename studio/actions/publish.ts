// Publish: only for a text whose plan is met, or which is an urgent correction. Otherwise a tooltip says
// what is missing. The new texts to which it leads are published with it, or nothing is.

import {PublishIcon} from '@sanity/icons/Publish'
import {useToast} from '@sanity/ui/toast'
import {useEffect, useState} from 'react'
import {
  useClient,
  useDocumentOperation,
  type DocumentActionComponent,
  type SanityClient,
} from 'sanity'
import {progressText} from '../../model/standing/progress.ts'
import {API_VERSION} from '../../schemas/data/api-version.ts'
import {load, problemOf} from '../review/loadable.ts'
import type {NewText} from '../review/new-texts.ts'
import {useNewTexts} from '../review/use-new-texts.ts'
import {useReview, type Review} from '../review/use-review.ts'

export const publish: DocumentActionComponent = ({id, type, draft, published}) => {
  const review = useReview({id, type, draft, published})
  const {status, text, loaded, mayPublishFirst} = review
  const newTexts = useNewTexts(draft, review)
  const needed = newTexts?.needed ?? []
  const client = useClient({apiVersion: API_VERSION})
  const operation = useDocumentOperation(id, type)
  const {push} = useToast()
  const [publishing, setPublishing] = useState(false)
  useEffect(() => {
    if (!draft) setPublishing(false)
  }, [draft])
  const refusal = operation.publish.disabled
  const lacking = whyNotPublish({status, text})
  const reason =
    (draft === null ? 'There is no draft to publish.' : undefined) ??
    (mayPublishFirst ? undefined : lacking) ??
    whyNotTogether(needed) ??
    (refusal ? refusalMessage(refusal) : undefined)
  const publishAll = async (): Promise<void> => {
    const texts = [...(draft ? [{id, draft}] : []), ...needed]
    const problem = problemOf(await load(() => publishTogether(client, texts)))
    if (problem === undefined) return
    setPublishing(false)
    push({status: 'error', title: 'Nothing was published', description: problem})
  }
  return {
    label: publishing ? 'Publishing…' : 'Publish',
    icon: PublishIcon,
    tone: 'positive',
    disabled: !loaded || publishing || reason !== undefined || (draft !== null && !newTexts),
    title: reason ?? (lacking === undefined ? togetherText(needed) : PUBLISHED_FIRST),
    shortcut: 'Ctrl+Alt+P',
    onHandle: () => {
      setPublishing(true)
      if (needed.length === 0) operation.publish.execute()
      else void publishAll()
    },
  }
}

const PUBLISHED_FIRST =
  'This text is not approved. You may publish it, because there is no approved one. It counts once another administrator approves it.'

/** Publishes some drafts in one transaction, unless one of them has changed. */
async function publishTogether(
  client: SanityClient,
  texts: readonly {readonly id: string; readonly draft: NewText['draft']}[],
): Promise<void> {
  await client.action(
    texts.map(({id, draft}) => ({
      actionType: 'sanity.action.document.publish',
      draftId: draft._id,
      publishedId: id,
      ifDraftRevisionId: draft._rev,
    })),
  )
}

function whyNotTogether(needed: readonly NewText[]): string | undefined {
  const unapproved = needed.filter(({status}) => status !== 'approved')
  if (unapproved.length === 0) return undefined
  const words = unapproved.map(({title, text}) => `“${title}” (${progressText(text.requirements)})`)
  return `This text leads to new texts that are not approved: ${words.join(', ')}.`
}

function togetherText(needed: readonly NewText[]): string | undefined {
  return needed.length === 0
    ? undefined
    : `Publishes the new texts to which it leads too: ${needed.map(({title}) => `“${title}”`).join(', ')}.`
}

function whyNotPublish({status, text}: Pick<Review, 'status' | 'text'>): string | undefined {
  if (!text) return 'Looking up the words on this text…'
  const progress = progressText(text.requirements)
  switch (status) {
    case 'approved':
    case 'published':
    case 'urgent':
    // The text of the draft is the published text.
    case 'reviewDue':
      return undefined
    case 'inReview':
      return `This text waits for words: ${progress}.`
    case 'changesRequested':
      return 'This text was sent back. Change it, and submit it for review.'
    case 'retracted':
      return 'Exactly this text was retracted.'
    case 'draft':
    case 'editedSinceApproval':
      return `This text is not approved: ${progress}. Submit it for review.`
  }
}

function refusalMessage(reason: string): string {
  return reason === 'ALREADY_PUBLISHED'
    ? 'This text is already published.'
    : 'Sanity cannot publish it now.'
}
