// Medical words that most readers do not know, and plain words with the same meaning. Editors can add
// more as documents of type `glossaryTerm`.

import {JARGON} from '../lexicon/jargon.ts'

/** A term and its plain replacement. */
export interface GlossaryEntry {
  readonly term: string
  /** Irregular forms of the term, and related words. */
  readonly forms?: readonly string[]
  readonly plain: string
}

function entry(term: string, plain: string, ...forms: string[]): GlossaryEntry {
  return {
    term,
    plain,
    forms,
  }
}

/** The entries of a lexicon file, a line each. */
function entriesOf(lines: string): GlossaryEntry[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [term = '', plain = '', forms] = line.split('|')
      return entry(term, plain, ...(forms?.split(', ') ?? []))
    })
}

export const builtInGlossary: readonly GlossaryEntry[] = [
  ...entriesOf(JARGON),
  entry('abrasion', 'scrape'),
  entry('administer', 'give'),
  entry('adverse event', 'harm, or unwanted effect'),
  entry('aetiology', 'cause', 'etiology', 'etiologies'),
  entry('ambulate', 'walk', 'ambulation'),
  entry('analgesia', 'pain relief'),
  entry('analgesic', 'painkiller'),
  entry('anticoagulant', 'blood thinner', 'anticoagulation'),
  entry('arthroplasty', 'joint replacement'),
  entry('aspirate', 'draw out with a needle', 'aspiration'),
  entry('asymptomatic', 'without symptoms'),
  entry('atrophy', 'wasting'),
  entry('autologous', 'from your own body'),
  entry('bilateral', 'on both sides', 'bilaterally'),
  entry('cardiac', 'of the heart'),
  entry('cervical spine', 'neck'),
  entry('comorbidity', 'other illness', 'comorbid', 'co-morbidity', 'co-morbidities'),
  entry('contraindicated', 'not to be used'),
  entry('contraindication', 'reason not to have it'),
  entry('contusion', 'bruise'),
  entry('corticosteroid', 'steroid'),
  entry('cutaneous', 'of the skin'),
  entry('debridement', 'cleaning out of the wound'),
  entry('degenerative', 'caused by wear with age'),
  entry('dyspnoea', 'shortness of breath', 'dyspnea'),
  entry('dysphagia', 'trouble swallowing'),
  entry('efficacious', 'working well'),
  entry('efficacy', 'how well it works'),
  entry('embolism', 'blockage of a blood vessel', 'emboli', 'embolus'),
  entry('enthesis', 'place where a ligament or tendon meets the bone', 'entheses'),
  entry('erythema', 'redness', 'erythematous'),
  entry('exacerbate', 'make worse', 'exacerbation'),
  entry('excise', 'cut out', 'excision'),
  entry('febrile', 'having a fever'),
  entry('fluoroscopy', 'moving X-ray pictures', 'fluoroscopic'),
  entry('haematoma', 'large bruise', 'hematoma'),
  entry('haemorrhage', 'heavy bleeding', 'hemorrhage', 'hemorrhaging'),
  entry('hepatic', 'of the liver'),
  entry('hyperglycaemia', 'high blood sugar', 'hyperglycemia'),
  entry('hypertension', 'high blood pressure'),
  entry('hypertonic', 'strong'),
  entry('hypoglycaemia', 'low blood sugar', 'hypoglycemia'),
  entry('hypotension', 'low blood pressure'),
  entry('iatrogenic', 'caused by treatment'),
  entry('idiopathic', 'of unknown cause'),
  entry('incision', 'cut'),
  entry('intramuscular', 'into a muscle', 'intramuscularly'),
  entry('intra-articular', 'inside a joint'),
  entry('intravenous', 'into a vein', 'intravenously'),
  entry('laceration', 'cut'),
  entry('lateral', 'at the side', 'laterally'),
  entry('lesion', 'sore, or damaged spot'),
  entry('lumbar', 'lower back'),
  entry('malaise', 'feeling unwell'),
  entry('malignant', 'cancer', 'malignancy', 'malignancies'),
  entry('modality', 'kind of treatment'),
  entry('musculoskeletal', 'of muscles, bones and joints'),
  entry('necrosis', 'death of tissue', 'necrotic'),
  entry('oedema', 'swelling', 'edema'),
  entry('palpate', 'feel with the fingers', 'palpation'),
  entry('paraesthesia', 'pins and needles', 'paresthesia'),
  entry('pathology', 'disease'),
  entry('percutaneous', 'through the skin', 'percutaneously'),
  entry('pharmacological', 'with medicines', 'pharmacologic'),
  entry('posterior', 'back'),
  entry('prognosis', 'likely course', 'prognoses'),
  entry('prophylaxis', 'prevention', 'prophylactic', 'prophylactically'),
  entry('pruritus', 'itching'),
  entry('pulmonary', 'of the lungs'),
  entry('pyrexia', 'fever'),
  entry('radiculopathy', 'pinched nerve'),
  entry('refractory', 'that other treatment does not help'),
  entry('renal', 'of the kidneys'),
  entry('sequela', 'lasting effect', 'sequelae'),
  entry('stenosis', 'narrowing', 'stenoses'),
  entry('subcutaneous', 'under the skin', 'subcutaneously'),
  entry('supine', 'on your back'),
  entry('tachycardia', 'fast heartbeat'),
  entry('therapeutic', 'that treats'),
  entry('thrombosis', 'blood clot', 'thromboses', 'thrombus'),
  entry('titrate', 'raise the dose step by step', 'titration'),
  entry('topical', 'put on the skin', 'topically'),
  entry('unilateral', 'on one side', 'unilaterally'),
]
