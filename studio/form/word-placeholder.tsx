// The fields of words around texts show the words that come with Countersign, as long as the library has no own ones.

import {useFormValue, type DocumentDefinition, type StringInputProps} from 'sanity'
import {shippedWords, type OwnWords} from '../../schemas/data/interface-words.ts'

/** Adds the words to the form of words around texts. Other types stay as they are. */
export function withWordPlaceholders(type: DocumentDefinition): DocumentDefinition {
  if (type.name !== 'siteWords') return type
  return {
    ...type,
    fields: type.fields.map((field) =>
      field.name === 'words' && 'fields' in field
        ? {...field, fields: field.fields?.map(withPlaceholders)}
        : field,
    ),
  }
}

type Field = DocumentDefinition['fields'][number]

/** @param part A part of the interface, such as `index`. */
function withPlaceholders(part: Field): Field {
  if (!('fields' in part)) return part
  return {
    ...part,
    fields: part.fields?.map((word) => ({...word, components: {input: WordInput}})),
  }
}

function WordInput(props: StringInputProps) {
  const {path, elementProps, renderDefault} = props
  const language = useFormValue(['language'])
  const [, part, name] = path
  const words: OwnWords = (typeof language === 'string' ? shippedWords(language) : undefined) ?? {}
  const placeholder = words[String(part)]?.[String(name)]
  return renderDefault({...props, elementProps: {...elementProps, placeholder}})
}
