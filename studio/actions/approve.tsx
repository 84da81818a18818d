// Approve: leads a reviewer to the form beside the text.

import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import type {DocumentActionComponent} from 'sanity'
import {useReview} from '../review/use-review.ts'
import {useApproval} from './use-approval.ts'
import {useDecisionPlace} from './use-decision-place.ts'

export const approve: DocumentActionComponent = ({id, type, draft, published}) => {
  const document = {id, type, draft, published}
  const approval = useApproval(document, useReview(document))
  const {open} = useDecisionPlace(id)
  if (!approval) return null
  const {isUrgentOnly, reason, retry} = approval
  return {
    label: isUrgentOnly ? 'Correct now' : 'Approve',
    icon: CheckmarkCircleIcon,
    tone: 'positive',
    // If the look-up failed, the button tries it again instead of opening the form.
    disabled: reason !== undefined && !retry,
    title: reason,
    onHandle: retry ?? (() => open('approved')),
  }
}
