// Words for numbers, times and people, as sources of patterns.

import {oneOf} from '../text/phrases.ts'

const ONES = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen'
const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety'

/** One word or figure of a number. `two hundred` has two. */
export const NUMERAL = `(?:\\d[\\d,.]*|${ONES}|${TENS}|hundred|thousand)`

export const NUMBER = `(?:\\d[\\d,.]*|${ONES}|(?:${TENS}|(?:a |one )?hundred|(?:a )?thousand)(?:[- ](?:${ONES}))?)`

export const UNIT =
  '(?:seconds?|minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|years?|winters?|seasons?)'

export const PEOPLE = oneOf(
  'people',
  'persons?',
  'patients?',
  'adults?',
  'women',
  'men',
  'children',
  'teenagers',
  'babies',
  'runners',
  'golfers',
  'players',
  'athletes',
  'dancers',
  'users',
  'sufferers',
  'pensioners',
  'cases',
  'those',
  'of us',
  'of them',
  'of you',
  'mothers',
  'parents',
  'workers',
  'smokers',
  'volunteers',
  'participants',
  'clients',
  'members',
  'customers',
  'footballers',
  'drivers',
  'nurses',
  'pregnancies',
  'Britons',
  'Americans',
  'Australians',
  'over-\\d+s',
  'boys',
  'girls',
  'swimmers',
  'cyclists',
  'residents',
  'households',
  'students',
  'pupils',
  'toddlers',
  'teens',
  'newborns',
  'infants',
  'seniors',
  'couples',
  'survivors',
  'travellers|travelers',
  'carers',
  'drinkers',
  'donors',
  'readers',
  'wearers',
)
