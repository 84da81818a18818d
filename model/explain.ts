// Says in plain words why a value does not fit the content model, and what to do. Custom rules bring their own
// words.

import type {z} from 'zod'
import {shorten} from '../policy/finding.ts'
import {counted} from '../review/counted.ts'

/** What is wrong with a value, as a phrase that follows its place, and what to do. */
export interface Explanation {
  readonly message: string
  readonly hint: string
}

/** Explains one issue about a value. */
export function explain(issue: z.core.$ZodIssue, value: unknown): Explanation {
  if (issue.code === 'custom') {
    const hint: unknown = issue.params?.hint
    return {message: issue.message, hint: typeof hint === 'string' ? hint : 'Correct it.'}
  }
  if (value === undefined) {
    return {message: 'is missing', hint: 'Fill it in: the field is required.'}
  }
  if (value === null) {
    return {message: 'is missing', hint: 'Fill it in, or remove the field if it is not required.'}
  }
  switch (issue.code) {
    case 'unrecognized_keys':
      return {
        message: `has fields that the content model does not know: ${issue.keys.join(', ')}`,
        hint: 'Remove them, or add them to the schema and to the model.',
      }
    case 'invalid_union':
      return {
        message: `is of a type that is not allowed here: ${show(value)}`,
        hint: 'Use one of the types that the schema offers here, or add a schema, a model and a renderer for the new one.',
      }
    case 'invalid_type':
      return {
        message: `is ${show(value)}, but must be ${kinds[issue.expected] ?? issue.expected}`,
        hint: 'Give it a value of that kind.',
      }
    case 'invalid_value':
      return {
        message: `is ${show(value)}, but must be ${issue.values.map(show).join(' or ')}`,
        hint: 'Correct the value.',
      }
    case 'invalid_format': {
      const {form, hint} = forms[issue.format] ?? {
        form: 'in the form that is needed here',
        hint: 'Correct the value.',
      }
      return {message: `is ${show(value)}, which is not ${form}`, hint}
    }
    case 'too_small':
      return tooSmall(value, Number(issue.minimum))
    case 'too_big':
      return tooBig(value, Number(issue.maximum))
    default:
      return {message: `is ${show(value)}, which is not allowed here`, hint: 'Correct the value.'}
  }
}

/** What Zod's names of types mean. */
const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
}

/** What Zod's names of forms mean. */
const forms: Readonly<Record<string, {readonly form: string; readonly hint: string}>> = {
  date: {form: 'a day', hint: 'Write the day as YYYY-MM-DD.'},
  datetime: {form: 'a time', hint: 'Write the time as in 2026-01-31T12:00:00Z.'},
  email: {form: 'an email address', hint: 'Write it as in name@example.org.'},
}

function tooSmall(value: unknown, least: number): Explanation {
  if (typeof value === 'string') {
    return value === ''
      ? {message: 'is empty', hint: `Write at least ${counted(least, 'character')}.`}
      : {
          message: `has ${counted(value.length, 'character')}, but needs at least ${least}`,
          hint: 'Write more.',
        }
  }
  if (Array.isArray(value)) {
    return value.length === 0
      ? {message: 'is empty', hint: `Add at least ${counted(least, 'item')}.`}
      : {
          message: `has ${counted(value.length, 'item')}, but needs at least ${least}`,
          hint: 'Add more.',
        }
  }
  return {
    message: `is ${show(value)}, but must be at least ${least}`,
    hint: 'Use a greater number.',
  }
}

function tooBig(value: unknown, most: number): Explanation {
  if (typeof value === 'string') {
    return {
      message: `has ${counted(value.length, 'character')}, but may have at most ${most}`,
      hint: 'Shorten it.',
    }
  }
  if (Array.isArray(value)) {
    return {
      message: `has ${counted(value.length, 'item')}, but may have at most ${most}`,
      hint: 'Remove some.',
    }
  }
  return {message: `is ${show(value)}, but must be at most ${most}`, hint: 'Use a smaller number.'}
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return shorten(text, 58)
}
