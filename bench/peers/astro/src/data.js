// The shared documents by id, as the bench writes them.

import {readFileSync} from 'node:fs'
import {join} from 'node:path'

function read(name) {
  return JSON.parse(readFileSync(join(process.cwd(), 'data', `${name}.json`), 'utf8'))
}

export const site = read('site')
export const persons = read('persons')
export const conditions = read('conditions')
export const works = read('works')
export const therapies = read('therapies')
export const faqs = read('faqs')
export const disclaimers = read('disclaimers')
