// People and groups.
// Each entry is a regular expression for whole words in any case: `nurses?` finds `nurse` and `nurses`.
// The rule evidence/uncited uses it.

/** People who act at a visit or write about one. */
export const STAFF: readonly string[] = [
  'doctors?',
  'nurses?',
  'surgeons?',
  'physiotherapists?',
  'physios?',
  'therapists?',
  'we',
  'i',
  'clinics?',
  'staff',
  'teams?',
  'an(?:a)?esthetists?',
  'radiographers?',
  'dentists?',
  'insurers?',
  'pharmacists?',
  'gps?',
  'consultants?',
  'midwi(?:fe|ves)',
  'specialists?',
  'porters?',
  'receptionists?',
  'council',
  'researchers',
  'scientists',
  'regulators?',
  'assistants?',
  'operator',
]
