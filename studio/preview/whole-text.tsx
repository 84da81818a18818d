// A text that no reviewer approved yet, as readers would see it. All of it is new, so a list of changes would
// only repeat it in pieces.

import {Card} from '@sanity/ui'
import type {SanityDocument} from 'sanity'
import {isPageType} from '../../review/governed.ts'
import {revisionOf} from '../../review/revision.ts'
import {ChangeList} from '../review/change-list.tsx'
import type {TextChange} from '../review/changes.ts'
import {PageFrame, PHONE} from './page-frame.tsx'
import {usePreview} from './use-preview.ts'

interface WholeTextProps {
  readonly document: SanityDocument
  /** Shown in place of the page, for a type that has none and for a text that cannot be one. */
  readonly changes: readonly TextChange[]
}

export function WholeText({document, changes}: WholeTextProps) {
  return hasWebPage(document._type) ? (
    <WholePage document={document} changes={changes} />
  ) : (
    <ChangeList changes={changes} />
  )
}

function WholePage({document, changes}: WholeTextProps) {
  const {page} = usePreview({document, revision: revisionOf(document), decisions: NONE})
  if (!page) return <ChangeList changes={changes} />
  return (
    <Card border style={{display: 'flex', height: '60vh'}}>
      <PageFrame html={page.html} screen={PHONE} isOld={false} />
    </Card>
  )
}

const NONE: readonly never[] = []

/** Whether the web channel has a page for each document of a type. All questions share one page. */
export function hasWebPage(type: string): boolean {
  return isPageType(type) && type !== 'faq'
}
