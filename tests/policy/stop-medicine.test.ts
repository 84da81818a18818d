// No text tells readers to stop a medicine that a doctor prescribed, unless that doctor agrees.

import {describe, expect, test} from 'vitest'
import {check} from '../../policy/check.ts'
import {emptyContext} from '../../policy/rule.ts'
import {stopMedicine} from '../../policy/safety/stop-medicine.ts'
import {bareArticle} from '../support/bare-article.ts'
import {article, paragraph} from '../support/library.ts'
import {perhapsStopping, soundOnStopping, stopping} from './stopping-sentences.ts'

function severities(text: string): string[] {
  return check(bareArticle(text), emptyContext, [stopMedicine]).map(({severity}) => severity)
}

describe('advice to stop a medicine', () => {
  test.each(stopping)('is an error: %s', (text) => {
    expect(severities(text)).toEqual(['error'])
  })

  test.each(perhapsStopping)('is a warning where a person must judge it: %s', (text) => {
    expect(severities(text)).toEqual(['warning'])
  })

  test.each(soundOnStopping)('is not found in sound text: %s', (text) => {
    expect(severities(text)).toEqual([])
  })

  test('is found in words with characters that readers do not see', () => {
    const text = 'Stop tak\u00ADing your blood\u00A0thin\u200Bner a week before.'
    expect(check(bareArticle(text), emptyContext, [stopMedicine])).toContainEqual(
      expect.objectContaining({
        severity: 'error',
        quote: expect.objectContaining({text: 'Stop tak\u00ADing your blood\u00A0thin\u200Bner'}),
      }),
    )
  })

  test('is a warning if the next sentence sends readers to their doctor', () => {
    expect(severities('Stop your blood thinner a week before. Ask your doctor first.')).toEqual([
      'warning',
    ])
    expect(severities('Stop your blood thinner a week before. Wear loose clothes.')).toEqual([
      'error',
    ])
  })

  test('is found in a list, unless the line before it leaves it to a doctor', () => {
    const under = (lead: string) =>
      check(
        {
          ...article,
          body: [
            paragraph('lead', lead),
            {...paragraph('item', 'stop your blood thinner'), listItem: 'bullet'},
          ],
        },
        emptyContext,
        [stopMedicine],
      ).map(({path}) => path)
    expect(under('The week before:')).toEqual(['body[_key=="item"]'])
    expect(under('Your doctor may ask you to:')).toEqual([])
    expect(under('Do not:')).toEqual([])
  })
})
