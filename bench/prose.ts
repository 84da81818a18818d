// Makes sentences about treatments from phrases. They have no character with a meaning in Markdown or
// HTML, so both sides of the comparison get the same text. As in a reviewed library, a sentence that
// claims an effect is beside a source, and most sentences claim none.

import type {Random} from './random.ts'

/** Parts of a claim. */
const subjects = [
  'Most people with a stiff back',
  'Your own care team',
  'A recent review of small trials',
  'The first visit to a clinic',
  'Gentle movement during the day',
  'A doctor who knows your history',
  'Someone who lives with long lasting pain',
  'The treatment that you were offered',
  'Rest for a day or two',
  'A course of guided exercise',
  'The injection into the joint',
  'Good sleep and regular meals',
]

const verbs = [
  'may help to ease',
  'rarely makes worse',
  'can change the way you feel about',
  'is often a good answer to',
  'usually has little effect on',
  'takes time to improve',
  'should never be the only answer to',
  'was studied in people with',
  'works best together with other care for',
  'is sometimes followed by',
]

const objects = [
  'soreness in the lower back',
  'swelling around the knee',
  'tiredness in the first week',
  'pain that spreads down one leg',
  'stiffness in the morning',
  'a worn joint in the shoulder',
  'worry about moving again',
  'numbness in the fingers',
  'trouble with sleep at night',
  'weakness after an operation',
  'an old injury of the ankle',
]

const tails = [
  'within the first six weeks',
  'although the studies so far are small',
  'when it is done with care and patience',
  'and nobody can promise that it will last',
  'so ask what the other choices are',
  'if you take the time to build up slowly',
  'even when a scan shows little change',
  'and your doctor can tell you how often',
  'without the need for stronger medicine',
  'but it is not right for everybody',
  'as long as there are no warning signs',
]

/** Parts of a sentence that claims nothing. */
const matters = [
  'The form that you fill in at the desk',
  'A diary of the week before your visit',
  'The letter that goes to your own doctor',
  'The sheet of notes from the first appointment',
  'The report of the scan',
  'A friend who comes along to the clinic',
  'The list that hangs by the phone',
  'The short film on our website',
  'The first page of the booklet',
  'Somebody at the desk',
  'A word with the nurse',
  'The second visit',
]

const mentions = [
  'has room for',
  'begins with',
  'names',
  'has a line about',
  'says something about',
  'leaves space for',
  'is the place to mention',
  'goes into',
  'puts in writing',
  'shows a drawing of',
]

const manners = [
  'on its second page',
  'before you leave the room',
  'in words that you know',
  'so that nothing is forgotten',
  'and the date on which it began',
  'as far as you remember',
  'next to your other questions',
  'if you want to talk about it',
  'in large letters and short lines',
  'for whoever reads it next',
  'although nobody asks for it',
]

const topics = [
  'Low back pain',
  'A frozen shoulder',
  'Tennis elbow',
  'Knee osteoarthritis',
  'Heel pain',
  'Neck pain',
  'A sprained ankle',
  'Hip pain at night',
  'Sciatica',
  'Hand stiffness',
]

const angles = [
  'what to expect in the first month',
  'how injections are given',
  'when to see a doctor',
  'what the evidence says',
  'exercise at home',
  'going back to work',
  'questions to ask at your visit',
  'living well with it',
]

/** A sentence of about fourteen words that claims an effect on health. */
export function claim(random: Random): string {
  return `${random.pick(subjects)} ${random.pick(verbs)} ${random.pick(objects)} ${random.pick(tails)}.`
}

/** A sentence of the same length that claims nothing. */
export function sentence(random: Random): string {
  return `${random.pick(matters)} ${random.pick(mentions)} ${random.pick(objects)} ${random.pick(manners)}.`
}

export function sentences(random: Random, count: number): string {
  return Array.from({length: count}, () => sentence(random)).join(' ')
}

/** A few words, for the item of a list or the cell of a table. */
export function phrase(random: Random): string {
  return random.pick(objects)
}

/** The topic of an article, for its title. */
export function topic(random: Random): string {
  return `${random.pick(topics)}: ${random.pick(angles)}`
}

/** The heading of a section. */
export function heading(random: Random): string {
  return `How ${random.pick(objects)} and ${random.pick(objects)} go together`
}
