// Parts of the body, and what is wrong with them.

import type {Family} from './family.ts'

export const tissue: Family = {
  name: 'part of the body',
  source: 'MeSH tree A, in everyday words; chosen by hand',
  words: [
    'tissue cartilage tendon ligament joint disc disk meniscus nerve muscle bone knee hip back spine',
    'shoulder ankle elbow neck wrist heel skin hair cell collagen body fiber fibre lining gland organ',
    'liver kidney lung heart brain retina gum tooth teeth vessel artery vein pancreas thyroid bowel',
    'gut scalp follicle vertebra vertebrae menisci bursa fascia cuff prostate bladder womb ovary eye',
    'eyesight vision hearing metabolism circulation damage injury wear degeneration joints immunity',
    'pathology',
  ],
  phrases: [
    'immune system',
    'nervous system',
    'blood flow',
    'spinal function',
    'underlying problem',
  ],
}

export const complaint: Family = {
  name: 'complaint',
  source:
    'MedlinePlus health topics: symptoms; WordNet 3.1: pain, ailment, disorder; chosen by hand',
  words: [
    'pain ache aching soreness stiffness arthritis osteoarthritis sciatica symptom inflammation',
    'swelling migraine headache tendinitis tendonitis fibromyalgia discomfort fatigue tiredness',
    'insomnia sleeplessness anxiety depression stress allergy eczema psoriasis acne rosacea wart',
    'whiplash gout injury ailment illness disease condition disorder problem suffering hangover',
    'constipation bloating heartburn reflux indigestion nausea vertigo tinnitus snoring spasm cramp',
    'rheumatism neuropathy hernia herniation wrinkle baldness obesity addiction menopause infertility',
    'adhd',
  ],
  phrases: ['hair loss', 'weight loss', 'hot flushes', 'hot flashes', 'period pain', 'hay fever'],
  endings: ['itis', 'algia', 'opathy', 'aemia'],
}

export const seriousDisease: Family = {
  name: 'serious disease',
  source: 'WHO leading causes of death; FDA health fraud letters: diseases that sellers name',
  words: [
    'cancer tumor tumour leukemia leukaemia lymphoma melanoma carcinoma dementia alzheimer alzheimer’s',
    "alzheimer's parkinson parkinson’s parkinson's diabetes diabetic prediabetes stroke hypertension",
    'infection virus hiv aids hepatitis malaria lupus epilepsy autism asthma copd angina clot herpes',
    'shingles covid covid-19 coronavirus pneumonia tuberculosis sepsis osteoporosis schizophrenia',
    'bacteria pathogen emphysema cirrhosis thrombosis atherosclerosis cancerous pre-cancerous',
    'precancerous autoimmune disease illness plaque',
  ],
  phrases: [
    'heart disease',
    'heart attack',
    'heart attacks',
    'heart failure',
    'kidney disease',
    'kidney failure',
    'liver disease',
    'blood pressure',
    'blood sugar',
    'multiple sclerosis',
    "crohn's disease",
    'mitral valve',
    'cystic fibrosis',
    'nerve damage',
  ],
}

export const worn: Family = {
  name: 'worn',
  source: 'WordNet 3.1: damaged, injured, worn, torn; chosen by hand',
  words: [
    'damaged injured worn torn weak weakened degenerated arthritic aging ageing aching unhealed frayed',
  ],
}
