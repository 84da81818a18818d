// Says in the title of each field that must be filled in that it is required: in forms, and in the objects and
// windows inside them. The title is also the name that a screen reader reads out.

import type {ReactNode} from 'react'
import type {FieldProps, SchemaType} from 'sanity'

export function RequiredField(props: FieldProps): ReactNode {
  const {title, schemaType, inputProps, renderDefault} = props
  const isMarked = isRequired(schemaType) && inputProps.readOnly !== true
  return renderDefault(
    isMarked ? {...props, title: `${title ?? schemaType.name} (required)`} : props,
  )
}

/** Whether a rule of the field itself refuses an empty one. */
function isRequired({validation}: SchemaType): boolean {
  return [validation]
    .flat()
    .some((rule) => typeof rule === 'object' && 'isRequired' in rule && rule.isRequired())
}
