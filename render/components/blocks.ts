// The registry of blocks: how each type of block in health text is rendered. A new block is a
// folder beside these and a line here; without it, health text does not compile.

import type {HealthBlock} from '../../model/health-text.ts'
import type {BlockComponent} from '../page/context.ts'
import {callout} from './callout/callout.ts'
import {figure} from './figure/figure.ts'
import {question} from './question/question.ts'
import {table} from './table/table.ts'
import {therapyCard} from './therapy-card/therapy-card.ts'

/** Every block but the paragraph, which Portable Text itself knows. */
type Embedded = Exclude<HealthBlock, {_type: 'block'}>

type Components = {
  readonly [Type in Embedded['_type']]: BlockComponent<Extract<Embedded, {_type: Type}>>
}

export const blocks: Components = {
  callout,
  figure,
  table,
  faqEmbed: question,
  therapyEmbed: therapyCard,
}
