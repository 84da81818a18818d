// Finds advice to stop or skip a medicine that does not send readers to the person who prescribed it.

import {governedItems, itemsLedBy} from '../claims/lead-in.ts'
import {flawIn, type Rule} from '../rule.ts'
import {leavesToPrescriber, stopIn} from './stopping.ts'

const SAID = {
  message: 'tells readers to stop a medicine, and not to ask the person who prescribed it',
  hint: 'Write that readers must not stop it unless the doctor who prescribed it agrees.',
}

export const stopMedicine: Rule = {
  id: 'safety/stop-medicine',
  title: 'No text tells readers to stop a medicine without the doctor who prescribed it',
  severity: 'error',
  reads: 'English',
  rationale:
    'A person who stops a blood thinner can have a stroke, and a person who stops opioids at once can get very ill. The author of a page does not know why a reader takes a medicine. Only the doctor who prescribed it can weigh what happens without it. The rule warns where a medicine may not be a prescribed one, or where the text names a condition.',
  sources: [
    {
      title: 'AHRQ, Blood Thinner Pills: Your Guide to Using Them Safely',
      url: 'https://www.ahrq.gov/patients-consumers/diagnosis-treatment/treatments/btpills/btpills.html',
    },
    {
      title: 'FDA, Harm reported from sudden discontinuation of opioid pain medicines (2019)',
      url: 'https://www.fda.gov/drugs/drug-safety-and-availability/fda-identifies-harm-reported-sudden-discontinuation-opioid-pain-medicines-and-requires-label-changes',
    },
    {title: 'NHS, Anticoagulant medicines', url: 'https://www.nhs.uk/conditions/anticoagulants/'},
  ],
  examples: {
    passes: [
      'Do not stop aspirin or a blood thinner that a doctor prescribed unless that doctor agrees.',
      'Your doctor may tell you to stop blood thinners.',
      'Ask the doctor who prescribed your blood thinner whether you should stop it.',
      'A clinic may ask you not to take anti-inflammatory pain medicines.',
      'If you forgot a tablet, skip it.',
      'Stop and rest if it hurts.',
    ],
    fails: [
      'Stop taking your blood thinner a week before.',
      'You can stop your opioid tablets after the injection.',
      'Skip your insulin on the day.',
      'If you take warfarin, stop it five days before.',
      'Stop all of your tablets a week before.',
      'You can stop your opioid tablets without asking your doctor.',
    ],
  },
  *check({passages}) {
    const stops = passages.flatMap((passage) =>
      passage.sentences.flatMap((sentence, index) => {
        const stop = stopIn(sentence.text)
        return stop ? [{passage, sentence, stop, after: passage.sentences[index + 1]}] : []
      }),
    )
    // Most texts do not tell readers to stop a medicine, so what leads their lists need not be read.
    if (stops.length === 0) return
    const asked = itemsLedBy(passages, ({sentences}) =>
      leavesToPrescriber(sentences.at(-1)?.text ?? ''),
    )
    const governed = governedItems(passages)
    for (const {passage, sentence, stop, after} of stops) {
      if (asked.has(passage) || governed.has(passage)) continue
      yield {
        ...flawIn(passage, sentence, stop, SAID),
        isMild: !stop.isCertain || leavesToPrescriber(after?.text ?? ''),
      }
    }
  },
}
