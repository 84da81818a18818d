// Renders health text outside of a page.

import {z} from 'zod'
import type {HealthText} from '../../model/health-text.ts'
import {emptyPageTexts, type RenderContext} from '../../render/page/context.ts'
import {Library} from '../../render/page/library.ts'
import {interfaceWords} from '../../schemas/data/interface-words.ts'

/** A page of an empty library. */
export const bareContext: RenderContext = {
  library: Library.of([], []),
  language: 'en-US',
  words: interfaceWords('en-US'),
  numbers: new Map(),
  texts: emptyPageTexts(),
  addressOf: ({slug}) => slug,
  imageAddress: (path) => path,
}

const uncheckedText = z.custom<HealthText>()

/** Accepts any blocks, also those that the model would refuse. */
export function unchecked(...blocks: object[]): HealthText {
  return uncheckedText.parse(blocks)
}
