// All peers of Countersign that the bench knows.

import type {Contender} from '../contender.ts'
import {byHand} from './by-hand.ts'
import {floor} from './floor.ts'
import {generators} from './generator.ts'

export const peers: readonly Contender[] = [...generators, byHand, floor]
