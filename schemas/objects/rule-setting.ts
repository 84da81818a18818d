// What a library changes about one editorial rule.

import {defineField, defineType} from 'sanity'
import {stringOf} from '../../policy/references.ts'
import {ruleWithId} from '../../policy/rules.ts'
import {settingProblem} from '../../policy/settings/problem.ts'
import {levels, type Setting} from '../../policy/settings/setting.ts'
import {limits} from '../data/limits.ts'

const titles: Record<(typeof levels)[number], string> = {
  error: 'Error: keeps a text from readers',
  warning: 'Warning: is only reported',
  off: 'Off: finds nothing',
}

export const ruleSetting = defineType({
  name: 'ruleSetting',
  title: 'Rule',
  type: 'object',
  validation: (rule) =>
    rule.custom<Partial<Setting>>((setting) => {
      // If no rule is chosen yet, the field itself says so.
      if (setting?.rule === undefined) return true
      const problem = settingProblem(setting)
      if (!problem) return true
      const {field, message, hint} = problem
      return {path: [field], message: `${message}. ${hint}`}
    }),
  fields: [
    defineField({
      name: 'rule',
      title: 'Rule',
      type: 'string',
      description: 'The guide “Editorial policy” says what each rule finds, and why.',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'level',
      title: 'How strict it is here',
      type: 'string',
      description: 'If you choose nothing, the rule is as strict as in the policy.',
      // Not radio buttons, because an editor could not clear a choice there.
      options: {list: levels.map((value) => ({value, title: titles[value]}))},
      // Sanity checks a value against the list only in a field that has a `validation`.
      validation: (rule) => rule,
    }),
    defineField({
      name: 'limit',
      title: 'Limit',
      type: 'number',
      description:
        'For rules that count something, such as the words of a sentence. The guide “Editorial policy” says which rules do, and from where to where the limit can go. If it is empty, the limit of the policy counts.',
    }),
    defineField({
      name: 'reason',
      title: 'Reason for the change',
      type: 'text',
      rows: 2,
      description: 'Every report shows it beside the rule.',
      validation: (rule) => rule.required().min(limits['ruleSetting.reason'].min),
    }),
  ],
  preview: {
    select: {rule: 'rule', level: 'level', limit: 'limit'},
    prepare: ({rule, level, limit}: Record<string, string | number | undefined>) => ({
      title: ruleWithId(rule)?.title ?? stringOf(rule),
      subtitle: [level, limit].filter((set) => set !== undefined).join(', '),
    }),
  },
})
