// Treatments and products that are promoted to patients with more than is known of them.

import type {Family} from './family.ts'

export const therapy: Family = {
  name: 'promoted therapy',
  source:
    'The therapies of this library, and the A to Z of the US National Center for Complementary and Integrative Health',
  words: [
    'prolotherapy prp plasma platelet exosome biocellular dextrose proliferant ozone needling prolozone',
    'hgh peptide laser photobiomodulation lllt magnet bracelet copper acupuncture acupressure',
    'chiropractic chiropractor osteopathy homeopathy homoeopathy homeopathic homoeopathic ayurveda',
    'ayurvedic naturopathy naturopathic reiki reflexology cupping hypnosis hypnotherapy aromatherapy',
    'shockwave shockwaves decompression traction biofeedback neurofeedback chelation detox detoxification',
    'cryotherapy electrotherapy tens hydrotherapy iridology kinesiology qigong moxibustion apitherapy',
    'hyperbaric mesotherapy biomagnetic regenerative autologous',
  ],
  phrases: [
    'stem cell',
    'stem cells',
    'red light',
    'cold laser',
    'growth factor',
    'growth factors',
    'iv drip',
    'iv drips',
    'iv therapy',
    'shock wave',
    'shock waves',
    'bone marrow',
    'spinal manipulation',
    'chinese medicine',
    'energy healing',
  ],
}

export const supplement: Family = {
  name: 'supplement',
  source:
    'US National Center for Complementary and Integrative Health, Herbs at a Glance; NIH Office of Dietary Supplements, fact sheets',
  words: [
    'supplement nutraceutical herb herbal botanical tincture turmeric curcumin glucosamine chondroitin',
    'cbd cannabidiol hemp silver ginger ginseng ginkgo garlic echinacea elderberry kava valerian',
    'ashwagandha astragalus boswellia bromelain chamomile cinnamon cranberry blueberry ephedra',
    'fenugreek feverfew flaxseed goldenseal hawthorn lavender licorice melatonin noni peppermint',
    'propolis rhodiola saffron sage spirulina chlorella thyme yohimbe zinc magnesium selenium',
    'collagen probiotic coenzyme q10 resveratrol quercetin msm dhea omega-3 krill kratom mangosteen',
    'acai aloe arnica bilberry bitterleaf moringa neem nigella graviola soursop apricot laetrile',
    'superfood antioxidant vitamin gaba theanine carnitine',
  ],
  phrases: [
    'green tea',
    'fish oil',
    'tea tree',
    'baking soda',
    'black seed',
    "st. john's wort",
    'milk thistle',
    'saw palmetto',
    'essential oil',
    'essential oils',
    'apple cider vinegar',
    'natural ingredient',
    'natural compounds',
    'natural medicine',
    'natural supplements',
    'natural products',
  ],
}

/** What any treatment may be called. */
export const treatment: Family = {
  name: 'treatment',
  source: 'Chosen by hand',
  words: [
    'treatment therapy injection jab shot infusion procedure remedy product technique method device',
    'solution alternative option approach medicine drip session care programme program package formula',
    'discovery substance',
  ],
}

/** Care that is run down to promote other care. */
export const conventional: Family = {
  name: 'conventional care',
  source: 'FTC and FDA letters on disparaged care; chosen by hand',
  words: [
    'medication medicine drug steroid surgery operation painkiller opioid opiate nsaid antibiotic',
    'chemotherapy chemo radiotherapy cortisone antidepressant statin vaccine vaccination pharma',
    'pharmaceutical anti-inflammatory anti-inflammatories surgeon oncologist pill insulin replacement',
    'prescription',
  ],
  phrases: [
    'conventional therapies',
    'conventional therapy',
    'conventional treatments',
    'conventional treatment',
    'conventional medicine',
    'modern medicine',
    'western medicine',
    'mainstream medicine',
    'standard therapies',
    'standard therapy',
    'standard treatments',
    'standard treatment',
    'traditional treatments',
    'traditional medicine',
    'treatment of cancer',
    'cancer treatment',
    'your doctor',
    'most doctors',
    'the system',
    'medical establishment',
    'medical system',
    'doctors',
    'mainstream',
    'big pharma',
  ],
}
