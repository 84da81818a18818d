// What treatments and habits do to a person.

import type {Pattern} from '../../text/pattern.ts'
import {formsOf, oneOf} from '../../text/phrases.ts'

/** What they do to a person. Definitions and descriptions of a visit do not use these words. */
export const acts: readonly Pattern[] = [
  {
    name: 'targets',
    source: formsOf(
      'treat damp suit benefit target tackle attack strain tire stiffen dry drain rob hinder',
      'hamper impede transform revive stimulate awaken recharge wreck squeeze pinch cushion',
      'lubricate nourish free plump narrow widen open loosen feed matter backfire suffice train',
      'hit trick bother weigh agree curb',
    ),
    fires: ['targets', 'cushioned'],
    quiet: ['costs'],
  },
  {
    name: 'gets you moving',
    source: 'gets? (?:[\\w’-]+ ){1,4}(?:back|moving|going|better|up|out|through|over)',
    fires: ['gets your joints moving'],
    quiet: ['gets a letter'],
  },
  {
    name: 'keeps you well',
    source:
      'keeps? (?:you|people|\\w+|the \\w+|your \\w+) (?:awake|supple|moving|mobile|strong|healthy|well|at bay|going|down|loose|flexible|in check|open|regular|fit)',
    fires: ['keeps you awake', 'keeps your joints supple'],
    quiet: ['keeps a list'],
  },
  {
    name: 'does the trick',
    source: oneOf(
      'shows? up|brings? out|do(?:es)? the (?:job|trick|work|healing|rest)|pays? off|plays? a (?:part|role)',
      'goes to work|gets? to work|kicks? in|stands? up|go(?:es)? a long way|counts? for|wakes? (?:you|up)',
      '(?:will|can|could|may|might) do (?:the job|you good|more|the rest|as much)',
    ),
    fires: ['does the trick', 'kicks in', 'goes a long way', 'will do you good'],
    quiet: ['goes a mile', 'does the dishes'],
  },
  {
    name: 'makes it easier',
    source:
      'makes? (?:it|you|them|people|your|the|\\w+) (?:\\w+ )?(?:easier|harder|more|less|better|worse|stronger|weaker|feel|sleep|swell|hurt|thicker|thinner|sleepy|drowsy)',
    fires: ['makes your blood thinner'],
    quiet: ['makes a list'],
  },
  {
    name: 'helps people',
    source:
      '(?:lets?|helps?|helped|allows?|allowed|enables?|enabled|spares?|spared|saves?|saved|stops?|stopped|leaves?|left) (?:you|people|patients|him|her|me|us|them|many|most|some)',
    fires: ['lets you', 'helped patients'],
    quiet: ['helped clinics'],
  },
  {
    name: 'puts a stop to',
    source:
      'put(?:s)? (?:the|a|you|your|more|extra) (?:\\w+ )?(?:strain|spring|pressure|load|stress|back|stop|end)',
    fires: ['puts a stop', 'puts extra strain'],
    quiet: ['puts a note'],
  },
]
