// Frames that set a treatment against other care, or call it nature's or the body's own.

import {better, merely, running, symptom, weakening} from '../../lexicon/acting.ts'
import {bodyOwn, healing, natural, ownPower, without} from '../../lexicon/nature.ts'
import {conventional, supplement} from '../../lexicon/remedies.ts'
import {restoring} from '../../lexicon/restoring.ts'
import {isNaturalWarning, isWished, PHYSIOLOGY} from '../exceptions/framing.ts'
import {isRequired} from '../exceptions/regulatory.ts'
import type {Framed} from '../wordings.ts'

export const framed: readonly Framed[] = [
  {
    frames: [
      {
        name: 'heals naturally',
        word: natural,
        beside: [{any: [healing, ownPower, supplement], within: 4}],
        fires: ['Relieve pain naturally', 'your natural response', 'a natural supplement'],
        quiet: ['natural light'],
      },
    ],
    message: 'promotes a treatment by calling it natural',
    hint: 'Natural things can do harm too. Say what is in it and what studies found.',
    only: 'offer',
    unless: (found) => isNaturalWarning(found) || isRequired(found),
  },
  {
    frames: [
      {
        name: 'the body heals itself',
        word: bodyOwn,
        beside: [{any: [restoring, ownPower], within: 4}],
        fires: ["your body's healing", 'The body repairs itself.'],
        quiet: ['its own car park'],
      },
    ],
    message: 'promotes a treatment as the body’s own work',
    hint: 'Say what is injected and what studies found.',
    unless: ({sentence}) => PHYSIOLOGY.test(sentence),
  },
  {
    frames: [
      {
        name: 'other care is run down',
        word: running,
        beside: [{any: [conventional], within: 12}],
        fires: ['Medications only mask the pain.', 'The standard therapies shorten life.'],
        quiet: ['Medications help.', 'They shorten the visit.'],
      },
      {
        name: 'other care treats only symptoms',
        word: merely,
        beside: [
          {any: [conventional], side: 'before', within: 4},
          {any: [symptom], side: 'after', within: 4},
        ],
        fires: ['Surgery merely cuts away the symptoms.'],
        quiet: ['Surgery is only one choice.', 'Surgery is for certain problems only.'],
      },
    ],
    message: 'runs down other care',
    hint: 'Say how each treatment can help the reader, and what harm it can do.',
    evenDenied: true,
  },
  {
    frames: [
      {
        name: 'other care does harm',
        word: weakening,
        beside: [{any: [conventional], within: 4}],
        fires: ['Steroids weaken the tendons.', 'dangerous painkillers'],
        quiet: ['Weak tendons tear.'],
      },
    ],
    message: 'runs down other care',
    hint: 'Say how each treatment can help the reader, and what harm it can do.',
    only: 'promotion',
  },
  {
    frames: [
      {
        name: 'better than other care',
        word: better,
        beside: [{any: [conventional], side: 'after', within: 6}],
        fires: ['It is far superior to surgery.', 'ten times stronger than painkillers'],
        quiet: ['It is better.', 'Surgery is better.'],
      },
      {
        name: 'without other care',
        word: without,
        beside: [{any: [conventional], side: 'after', within: 6}],
        fires: ['It heals without an operation.', 'a safe alternative to surgery'],
        quiet: ['without a visit'],
      },
    ],
    message: 'promotes a treatment by what it spares',
    hint: 'Say how each treatment can help the reader, and what harm it can do.',
    only: 'offer',
    unless: isWished,
  },
]
