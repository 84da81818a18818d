// In the settings of an editorial rule: the rule, chosen from a list of their titles.

import type {SchemaTypeDefinition, StringInputProps} from 'sanity'
import {rules} from '../../policy/rules.ts'
import {ChoiceInput} from './choice.tsx'

const choices = rules.map(({id, title}) => ({value: id, title: `${title} (${id})`}))

/** Adds the list to the settings of a rule. Other types stay as they are. */
export function withRuleChoice<Type extends SchemaTypeDefinition>(type: Type): Type {
  if (type.name !== 'ruleSetting' || !('fields' in type)) return type
  return {
    ...type,
    fields: type.fields?.map((field) =>
      field.name === 'rule' ? {...field, components: {input: RuleChoice}} : field,
    ),
  }
}

function RuleChoice(props: StringInputProps) {
  return <ChoiceInput {...props} choices={choices} none="Choose a rule" unknown="not a rule" />
}
