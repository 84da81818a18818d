// The registry of blocks: the component that renders each type of block in health text. It compiles
// only if every block has a component.

import type {HealthBlock} from '../../model/health-text.ts'
import type {BlockComponent} from '../page/context.ts'
import {callout} from './callout/callout.ts'
import {figure} from './figure/figure.ts'
import {question} from './question/question.ts'
import {table} from './table/table.ts'
import {therapyCard} from './therapy-card/therapy-card.ts'
import {warningSigns} from './warning-signs/warning-signs.ts'

/** Every block but the paragraph, which is part of Portable Text itself. */
type Embedded = Exclude<HealthBlock, {_type: 'block'}>

type Components = {
  readonly [Type in Embedded['_type']]: BlockComponent<Extract<Embedded, {_type: Type}>>
}

export const blocks: Components = {
  callout,
  figure,
  richTable: table,
  faqEmbed: question,
  therapyEmbed: therapyCard,
  warningSignsEmbed: warningSigns,
}
