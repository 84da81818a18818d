// A list to choose a text from, for fields whose choices are no part of the schema.

import {Select} from '@sanity/ui'
import {set, unset, type StringInputProps} from 'sanity'

interface Choice {
  readonly value: string
  readonly title: string
}

type ChoiceInputProps = Pick<
  StringInputProps,
  'value' | 'readOnly' | 'onChange' | 'elementProps'
> & {
  readonly choices: readonly Choice[]
  /** What the list shows while nothing is chosen. */
  readonly none: string
  /** Why a value that is no choice is none, as in `jo (not a user now)`. */
  readonly unknown: string
}

export function ChoiceInput(props: ChoiceInputProps) {
  const {value = '', readOnly, onChange, elementProps, choices, none, unknown} = props
  const {id, ref, onFocus, onBlur, 'aria-describedby': describedBy} = elementProps
  const isKnown = value === '' || choices.some((choice) => choice.value === value)
  return (
    <Select
      id={id}
      ref={ref}
      aria-describedby={describedBy}
      value={value}
      disabled={readOnly === true}
      onFocus={onFocus}
      onBlur={onBlur}
      onChange={({currentTarget}) =>
        onChange(currentTarget.value === '' ? unset() : set(currentTarget.value))
      }
    >
      <option value="">{none}</option>
      {isKnown ? null : <option value={value}>{`${value} (${unknown})`}</option>}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.title}
        </option>
      ))}
    </Select>
  )
}
