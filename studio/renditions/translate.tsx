// Translate: a writer begins a translation of an approved text. It has the words of the text until the writer replaces them.

import {TranslateIcon} from '@sanity/icons/Translate'
import {Button, Stack, Text} from '@sanity/ui'
import {useCallback, useState} from 'react'
import {getPublishedId, useClient, type DocumentActionComponent, type SanityClient} from 'sanity'
import {useRouter} from 'sanity/router'
import type {StoredDocument} from '../../review/revision.ts'
import {API_VERSION} from '../../schemas/data/api-version.ts'
import {languageTitle, mainLanguage} from '../../schemas/data/languages.ts'
import {renderedTypes} from '../../schemas/data/renditions.ts'
import {Problem} from '../actions/problem.tsx'
import {listLanguages} from '../form/list-languages.ts'
import {Failed} from '../review/failed.tsx'
import {load} from '../review/loadable.ts'
import {useLoadable} from '../review/use-loadable.ts'
import {useReview} from '../review/use-review.ts'
import {translationOf} from './translation.ts'

export const translate: DocumentActionComponent = ({id, type, draft, published}) => {
  const {status} = useReview({id, type, draft, published})
  const [isOpen, setOpen] = useState(false)
  const isSource = renderedTypes.some((one) => one === type) && !published?.rendition
  if (!published || !isSource) return null
  const isApproved = ['published', 'reviewDue', 'urgent'].includes(status)
  return {
    label: 'Translate',
    icon: TranslateIcon,
    disabled: !isApproved,
    title: isApproved ? undefined : 'Only a published text that is approved can be translated.',
    onHandle: () => setOpen(true),
    dialog: isOpen && {
      type: 'dialog',
      header: 'Translate',
      onClose: () => setOpen(false),
      content: <LanguageList source={published} />,
    },
  }
}

/** The languages into which a text can be translated, as buttons. */
function LanguageList({source}: {readonly source: StoredDocument}) {
  const client = useClient({apiVersion: API_VERSION})
  const {navigateIntent} = useRouter()
  const [problem, setProblem] = useState<string>()
  const {loadable, retry} = useLoadable(
    useCallback((signal: AbortSignal) => listLanguages(client, signal), [client]),
  )
  if (loadable.state === 'failed') {
    return (
      <Failed what="The languages could not be read" problem={loadable.problem} onRetry={retry} />
    )
  }
  if (loadable.state === 'loading') return <Text size={1}>Looking up the languages…</Text>
  // A text without a language is in that of the site, which is the first of them.
  const own = mainLanguage(String(source.language ?? loadable.value[0]))
  const others = loadable.value.filter((language) => mainLanguage(language) !== own)
  const begin = async (language: string): Promise<void> => {
    const created = await load(() => createTranslation(client, source, language))
    if (created.state === 'failed') setProblem(created.problem)
    if (created.state === 'here') navigateIntent('edit', {id: created.value, type: source._type})
  }
  return (
    <Stack gap={3}>
      {others.length === 0 ? (
        <Text size={1}>The site settings list no other language.</Text>
      ) : (
        others.map((language) => (
          <Button
            key={language}
            mode="ghost"
            text={`Into ${languageTitle(language)}`}
            onClick={() => void begin(language)}
          />
        ))
      )}
      {problem === undefined ? null : (
        <Problem words={`The translation could not be created: ${problem}`} />
      )}
    </Stack>
  )
}

/**
 * Creates the draft of a translation.
 *
 * @returns Its published id.
 * @throws Error if the lake refuses it or does not answer
 */
async function createTranslation(
  client: SanityClient,
  source: StoredDocument,
  language: string,
): Promise<string> {
  // The lake completes the id.
  const {_id} = await client.create(translationOf(source, {id: 'drafts.', language}))
  return getPublishedId(_id)
}
