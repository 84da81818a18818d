// “No benefit found” has to say of what.

import type {Rule} from '../rule.ts'

export const levelSetting: Rule = {
  id: 'evidence/level-setting',
  title: '“No benefit found” says whether it is about the treatment alone',
  severity: 'warning',
  rationale:
    'A treatment that does not help on its own may have been studied together with other care, where the result was different. Readers who only see “No benefit found” cannot know which of the two it is about.',
  sources: [
    {
      title: 'GRADE handbook (questions about interventions)',
      url: 'https://gdt.gradepro.org/app/handbook/handbook.html',
    },
  ],
  examples: {
    passes: [
      {
        says: 'No benefit was found of the treatment on its own.',
        document: {
          _id: 'therapy',
          _type: 'therapyType',
          evidenceLevel: 'noBenefit',
          evidenceSetting: 'alone',
        },
      },
      {
        says: 'The evidence is limited.',
        document: {_id: 'therapy', _type: 'therapyType', evidenceLevel: 'limited'},
      },
    ],
    fails: [
      {
        says: 'No benefit was found, and the page does not say of what.',
        document: {_id: 'therapy', _type: 'therapyType', evidenceLevel: 'noBenefit'},
      },
    ],
  },
  *check({document: {_type, evidenceLevel, evidenceSetting}}) {
    if (_type !== 'therapyType' || evidenceLevel !== 'noBenefit' || evidenceSetting !== undefined)
      return
    yield {
      path: 'evidenceSetting',
      subject: 'The setting of the level',
      message: 'is missing, so readers cannot know what has no benefit',
      hint: 'Choose the treatment on its own, or together with other care.',
    }
  },
}
