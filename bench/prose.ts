// Sentences about treatments, put together from phrases: plain words without any character that
// Markdown or HTML would read as its own, so that both sides of the comparison get the same text.
import type {Random} from './random.ts'

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

/** A sentence of some fourteen words. */
export const sentence = (random: Random): string =>
  `${random.pick(subjects)} ${random.pick(verbs)} ${random.pick(objects)} ${random.pick(tails)}.`

export const sentences = (random: Random, count: number): string =>
  Array.from({length: count}, () => sentence(random)).join(' ')

/** A few words that can stand alone, such as the item of a list or the cell of a table. */
export const phrase = (random: Random): string => random.pick(objects)

/** What an article is about, in the words of its title. */
export const topic = (random: Random): string => `${random.pick(topics)}: ${random.pick(angles)}`

/** The heading of a section. */
export const heading = (random: Random): string =>
  `How ${random.pick(objects)} and ${random.pick(objects)} go together`
