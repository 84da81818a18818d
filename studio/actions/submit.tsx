// Submit for review: a writer asks for the words that exactly this text lacks.

import {ArrowRightIcon} from '@sanity/icons/ArrowRight'
import {useState} from 'react'
import {useValidationStatus, type DocumentActionComponent} from 'sanity'
import {isWaiting} from '../../review/status.ts'
import {withNewTexts} from '../checks/about-new.ts'
import {faultsAmong} from '../checks/faults.ts'
import {peopleToAsk} from '../review/entitlement.ts'
import {useNewTexts} from '../review/use-new-texts.ts'
import {useReview} from '../review/use-review.ts'
import {JointSubmission} from './joint-submission.tsx'
import {SubmissionForm} from './submission-form.tsx'

export const submit: DocumentActionComponent = ({id, type, draft, published}) => {
  const review = useReview({id, type, draft, published})
  const {validation, isValidating} = useValidationStatus(draft?._id ?? id, type, true)
  const [open, setOpen] = useState(false)
  const {status, text, me, governance} = review
  const newTexts = useNewTexts(draft ?? published, review)
  const needed = newTexts?.needed ?? []
  const errors = faultsAmong(withNewTexts(validation, draft, needed)).filter(
    ({level}) => level === 'error',
  ).length
  if (status === 'approved' || status === 'published') return null
  // Readers need an urgent correction first. The other words can be asked for once it is published.
  if (status === 'urgent' && draft) return null
  const waits = text !== undefined && isWaiting(text, review)
  const hasText = review.revision !== undefined
  // While the text waits, the writer can ask people who were not asked yet.
  const asked = waits
    ? review.submissions.flatMap(({revision, reviewers}) =>
        revision === text.revision ? reviewers : [],
      )
    : []
  const isComplete = waits && peopleToAsk({id, type, ...text, asked}, governance, me).length === 0
  const loaded = review.loaded && newTexts !== undefined
  const title = whyNotSubmit({loaded, isComplete, errors, isValidating, hasText})
  return {
    label: waits ? 'Ask more people' : 'Submit for review',
    icon: ArrowRightIcon,
    tone: 'primary',
    disabled: title !== undefined,
    title,
    onHandle: () => setOpen(true),
    dialog: open &&
      text && {
        type: 'dialog',
        header: waits ? 'Ask more people' : 'Submit for review',
        onClose: () => setOpen(false),
        content:
          draft && needed.length > 0 && !waits ? (
            <JointSubmission
              me={me}
              text={{id, type, ...text}}
              needed={needed}
              governance={governance}
              onDone={() => setOpen(false)}
            />
          ) : (
            <SubmissionForm
              me={me}
              texts={[{id, type, ...text, asked}]}
              governance={governance}
              onDone={() => setOpen(false)}
            />
          ),
      },
  }
}

function whyNotSubmit({
  loaded,
  isComplete,
  errors,
  isValidating,
  hasText,
}: {
  readonly loaded: boolean
  readonly isComplete: boolean
  readonly errors: number
  readonly isValidating: boolean
  readonly hasText: boolean
}): string | undefined {
  if (!loaded) return 'Reading the decisions on this text…'
  if (!hasText) return 'There is nothing to review yet.'
  if (isComplete) return 'This text is already waiting for review.'
  if (isValidating) return 'Checking the text…'
  if (errors > 0) return `Fix ${errors === 1 ? 'the error' : `the ${errors} errors`} first.`
  return undefined
}
