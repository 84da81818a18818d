// What the body of a page shows for the blocks in it.

import {expect, test} from 'vitest'
import {figure} from '../../schemas/objects/figure.ts'
import {warningSignsEmbed} from '../../schemas/objects/warning-signs-embed.ts'

const NOTHING = {caption: undefined, alt: undefined, media: undefined}

test.each([
  ['its caption', {caption: 'The lower spine', alt: 'Five bones'}, 'The lower spine'],
  ['its alternative text', {alt: 'Five bones'}, 'Five bones'],
  ['what it lacks', {caption: ''}, 'Picture without alternative text'],
])('a picture is named by %s', (_, selection, title) => {
  expect(figure.preview?.prepare?.({...NOTHING, ...selection})).toMatchObject({title})
})

test('warning signs stand below the headings of their urgency, as on the page', () => {
  const selection = {
    title: 'Warning signs after an injection',
    nowAction: 'Call 911.',
    nowSigns: ['You cannot breathe well.', 'You have chest pain.'],
    soonSigns: ['The pain gets worse.'],
  }
  expect(warningSignsEmbed.preview?.prepare?.(selection)).toEqual({
    title: 'Warning signs after an injection',
    description: [
      'Get help now. Call 911.',
      '• You cannot breathe well.',
      '• You have chest pain.',
      '',
      'Get help soon.',
      '• The pain gets worse.',
    ].join('\n'),
  })
})
