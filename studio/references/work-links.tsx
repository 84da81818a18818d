// Links from a reference in the Studio to the work itself.

import {Flex, Stack, Text} from '@sanity/ui'
import type {ChangeEvent} from 'react'
import {set, unset, type DocumentDefinition, type StringInputProps} from 'sanity'
import {citedWork} from '../../model/cited-work.ts'
import {linksOf} from '../../render/components/citation/links.ts'
import {bareDoi} from '../../schemas/data/forms.ts'

interface WorkLinksProps {
  /** A document, or some of its fields. */
  readonly work: Readonly<Record<string, unknown>>
}

/** Links that open a work in a new tab. A field that does not fit its form leads nowhere. */
export function WorkLinks({work: {doi, pmid, url}}: WorkLinksProps) {
  const {shape} = citedWork
  const links = linksOf({
    doi: shape.doi.safeParse(doi).data,
    pmid: shape.pmid.safeParse(pmid).data,
    url: shape.url.safeParse(url).data,
  })
  if (links.length === 0) return null
  return (
    <Flex gap={3} wrap="wrap">
      {links.map(({label, href}) => (
        <Text key={href} size={1}>
          <a href={href} target="_blank" rel="noopener noreferrer">
            {label}
          </a>
        </Text>
      ))}
    </Flex>
  )
}

/** A DOI, with a link to the work. A whole address that is pasted becomes the DOI in it. */
function DoiInput({renderDefault, ...props}: StringInputProps) {
  const {elementProps, onChange, value} = props
  const take = ({currentTarget}: ChangeEvent<HTMLInputElement>): void => {
    const doi = bareDoi(currentTarget.value)
    onChange(doi === '' ? unset() : set(doi))
  }
  return (
    <Stack gap={3}>
      {renderDefault({...props, renderDefault, elementProps: {...elementProps, onChange: take}})}
      <WorkLinks work={{doi: value}} />
    </Stack>
  )
}

function PmidInput({renderDefault, ...props}: StringInputProps) {
  return (
    <Stack gap={3}>
      {renderDefault({...props, renderDefault})}
      <WorkLinks work={{pmid: props.value}} />
    </Stack>
  )
}

const inputs = new Map([
  ['doi', DoiInput],
  ['pmid', PmidInput],
])

/** Adds links to the form of references. Other types stay as they are. */
export function withWorkLinks(type: DocumentDefinition): DocumentDefinition {
  if (type.name !== 'citedWork') return type
  return {
    ...type,
    fields: type.fields.map((field) => {
      const input = inputs.get(field.name)
      return input ? {...field, components: {input}} : field
    }),
  }
}
