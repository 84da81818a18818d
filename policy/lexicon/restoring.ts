// What is said to be done to worn or damaged parts of the body.

import type {Family} from './family.ts'

export const restoring: Family = {
  name: 'restoring',
  source: 'WordNet 3.1: heal, repair, restore, regenerate, rebuild, renew, reverse; chosen by hand',
  verbs: [
    'heal repair regenerate rebuild regrow restore renew rejuvenate mend reconstruct reverse',
    'revitalise revitalize replenish refurbish fix remake undo correct realign reposition',
  ],
  words: [
    'healing regeneration repair regrowth restoration renewal rejuvenation rebuilding reversal',
    'revitalisation revitalization replenishment rebuilt regrew regrown undid undone healer',
  ],
}
