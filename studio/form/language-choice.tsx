// The fields for languages and countries. A language is chosen from those of the site settings, and a country from all.

import {useCallback} from 'react'
import {useClient, type DocumentDefinition, type StringInputProps} from 'sanity'
import {API_VERSION} from '../../schemas/data/api-version.ts'
import {countryOptions} from '../../schemas/data/countries.ts'
import {languageTitle} from '../../schemas/data/languages.ts'
import {useLoadable} from '../review/use-loadable.ts'
import {ChoiceInput} from './choice.tsx'
import {listLanguages} from './list-languages.ts'

const inputs = new Map([
  ['language', LanguageChoice],
  ['country', CountryChoice],
])

/** Adds the lists to the form of a document. */
export function withLanguageChoice(type: DocumentDefinition): DocumentDefinition {
  return {
    ...type,
    fields: type.fields.map((field) => {
      const input = inputs.get(field.name)
      return input ? {...field, components: {input}} : field
    }),
  }
}

function LanguageChoice(props: StringInputProps) {
  const client = useClient({apiVersion: API_VERSION})
  const {loadable} = useLoadable(
    useCallback((signal: AbortSignal) => listLanguages(client, signal), [client]),
  )
  // The list is short, so the field can be typed in until it is here.
  if (loadable.state !== 'here') return props.renderDefault(props)
  const choices = loadable.value.map((value) => ({
    value,
    title: `${languageTitle(value)} (${value})`,
  }))
  return (
    <ChoiceInput
      {...props}
      choices={choices}
      none="Choose a language"
      unknown="not in the site settings"
    />
  )
}

function CountryChoice(props: StringInputProps) {
  return (
    <ChoiceInput
      {...props}
      choices={countryOptions}
      none="The country of the language"
      unknown="no country"
    />
  )
}
