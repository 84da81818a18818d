// Retract: a reviewer takes a published text away from readers and says why.

import {CloseCircleIcon} from '@sanity/icons/CloseCircle'
import {Text} from '@sanity/ui'
import type {ComponentProps} from 'react'
import type {DocumentActionComponent} from 'sanity'
import {isRetracted} from '../../review/decision.ts'
import {isGoverned, type GovernedType} from '../../review/governed.ts'
import {revisionOf} from '../../review/revision.ts'
import {useReview, type OpenDocument, type Review} from '../review/use-review.ts'
import {whyNotDecide} from '../review/wording.ts'
import {DecisionForm} from './decision-form.tsx'
import {FallingPages, useFallingPages} from './falling-pages.tsx'
import {useDecisionPlace} from './use-decision-place.ts'

const ABOUT_PAGES =
  'The next export replaces the page with a notice. No older text comes back. Readers get the page again once a new text is approved and published.'

const ONCE_APPROVED = 'It comes back once a new text is approved and published.'

/** What readers lose with a text of a type. */
const losses: Record<GovernedType, string> = {
  article: ABOUT_PAGES,
  therapyType: ABOUT_PAGES,
  faq: `The next export takes this question off the page of questions, and gives apps a notice. No older text comes back. ${ONCE_APPROVED}`,
  disclaimer: `The next export shows this disclaimer on no page, and takes a page away if no other disclaimer applies to it. ${ONCE_APPROVED}`,
  warningSigns: `The next export takes away the pages that show this list of warning signs. ${ONCE_APPROVED}`,
  citedWork: `The next export takes away the pages that cite this reference. ${ONCE_APPROVED}`,
  condition: `The next export takes away the pages about this condition. ${ONCE_APPROVED}`,
  clinic: `The next export lists this clinic on no page. The pages of its therapies stay. ${ONCE_APPROVED}`,
  siteWords: `The next export shows the words that come with Countersign on all pages in this language, and the name of the library in the site settings. ${ONCE_APPROVED}`,
  person:
    'The words of this person stop counting, so the next export withholds the texts that need them. They count again once a new text of this page is approved and published.',
  siteSettings:
    'The rules and plans of these settings stop counting, and no writer or reviewer can publish content until new settings are approved and published.',
}

export const retract: DocumentActionComponent = ({id, type, draft, published}) => {
  const document = {id, type, draft, published}
  const review = useReview(document)
  const {open} = useDecisionPlace(id)
  if (!review.mayDecide || !published) return null
  const title = whyNotRetract(document, review)
  return {
    label: 'Retract',
    icon: CloseCircleIcon,
    tone: 'critical',
    disabled: title !== undefined,
    title,
    onHandle: () => open('retracted'),
  }
}

/** Why the user cannot retract the published text, as a sentence; undefined if they can. */
export function whyNotRetract(
  {type, published}: OpenDocument,
  {decisions, mayDecide, me, governance}: Review,
): string | undefined {
  if (!mayDecide) return 'Only reviewers retract texts.'
  if (!published) return 'It is not published.'
  if (isRetracted(decisions, revisionOf(published))) return 'This text is already retracted.'
  return decisions.some(({decision}) => decision === 'approved')
    ? whyNotDecide('retracted', {type, me, governance})
    : 'It was never approved, so readers never saw it.'
}

interface RetractFormProps extends Pick<
  ComponentProps<typeof DecisionForm>,
  'words' | 'onWords' | 'onSubmit'
> {
  readonly id: string
  readonly type: string
}

/** The reviewer decides only once the form says what falls with the document. */
export function RetractForm({id, type, ...typed}: RetractFormProps) {
  const falling = useFallingPages(id)
  return (
    <DecisionForm
      {...typed}
      label="Retract"
      commentLabel="Why?"
      comment="required"
      tone="critical"
      disabled={falling.loadable.state !== 'here'}
    >
      {isGoverned(type) ? <Text size={1}>{losses[type]}</Text> : null}
      <FallingPages {...falling} />
    </DecisionForm>
  )
}
