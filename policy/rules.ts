// The registry of editorial rules. To add a rule, write its file and list it here.

import {alternativeText} from './accessibility/alternative.ts'
import {headingOrder} from './accessibility/heading-order.ts'
import {imageWords} from './accessibility/image-words.ts'
import {pageLanguage} from './accessibility/language.ts'
import {linkText} from './accessibility/link-text.ts'
import {listedLanguage} from './accessibility/listed-language.ts'
import {tableHeadings} from './accessibility/table.ts'
import {efficacy} from './claims/efficacy.ts'
import {framing} from './claims/framing.ts'
import {regulatory} from './claims/regulatory.ts'
import {safety} from './claims/safety.ts'
import {unreadLanguage} from './claims/unread-language.ts'
import {requiredDisclaimer} from './disclaimers/required.ts'
import {unlistedTherapy} from './disclaimers/unlisted-therapy.ts'
import {frequencySource} from './evidence/frequency-source.ts'
import {identifier} from './evidence/identifier.ts'
import {lapsed} from './evidence/lapsed.ts'
import {lapsesSoon} from './evidence/lapses-soon.ts'
import {levelAgrees} from './evidence/level-agrees.ts'
import {levelSetting} from './evidence/level-setting.ts'
import {requiredParts} from './evidence/parts.ts'
import {uncited} from './evidence/uncited.ts'
import {unusedReference} from './evidence/unused-reference.ts'
import {behindSource} from './freshness/behind-source.ts'
import {plausibleDates} from './freshness/dates.ts'
import {reviewExpired} from './freshness/expired.ts'
import {longestInterval} from './freshness/interval.ts'
import {reviewOverdue} from './freshness/overdue.ts'
import {reviewSoon} from './freshness/soon.ts'
import {sourceCheck} from './freshness/source-check.ts'
import {clinicEndorsement} from './interests/clinic-endorsement.ts'
import {commercialLink} from './interests/commercial-link.ts'
import {declaredInterests} from './interests/declared.ts'
import {insecureLink} from './links/insecure.ts'
import {movedPage} from './links/moved.ts'
import {formerAddresses} from './links/redirect.ts'
import {linkTarget} from './links/target.ts'
import {wrappedLink} from './links/wrapped.ts'
import {abbreviation} from './plain/abbreviation.ts'
import {readingGrade} from './plain/grade.ts'
import {jargon} from './plain/jargon.ts'
import {passiveVoice} from './plain/passive.ts'
import {sentenceLength} from './plain/sentence-length.ts'
import {spacing} from './plain/spacing.ts'
import {approvedSource} from './renditions/approved-source.ts'
import {onePerLanguage} from './renditions/one-per-language.ts'
import {sameFacts} from './renditions/same-facts.ts'
import {renditionSource} from './renditions/source.ts'
import {wordsPerLanguage} from './renditions/words-per-language.ts'
import type {Rule} from './rule.ts'
import {urgentByHand} from './safety/by-hand.ts'
import {helpInTime} from './safety/in-time.ts'
import {listedTherapy} from './safety/listed.ts'
import {playedDown} from './safety/played-down.ts'
import {signsAgree} from './safety/signs-agree.ts'
import {stopMedicine} from './safety/stop-medicine.ts'
import {shownWarningSigns} from './safety/warning-signs.ts'

/** All rules, in the order of reports and docs/policy.md. */
export const rules: readonly Rule[] = [
  efficacy,
  safety,
  framing,
  regulatory,
  unreadLanguage,
  uncited,
  requiredParts,
  frequencySource,
  levelSetting,
  levelAgrees,
  identifier,
  unusedReference,
  lapsed,
  lapsesSoon,
  requiredDisclaimer,
  unlistedTherapy,
  shownWarningSigns,
  listedTherapy,
  helpInTime,
  signsAgree,
  urgentByHand,
  playedDown,
  stopMedicine,
  readingGrade,
  sentenceLength,
  passiveVoice,
  jargon,
  abbreviation,
  spacing,
  reviewSoon,
  reviewOverdue,
  reviewExpired,
  behindSource,
  renditionSource,
  approvedSource,
  sameFacts,
  onePerLanguage,
  wordsPerLanguage,
  longestInterval,
  sourceCheck,
  plausibleDates,
  alternativeText,
  imageWords,
  headingOrder,
  linkText,
  tableHeadings,
  pageLanguage,
  listedLanguage,
  declaredInterests,
  clinicEndorsement,
  commercialLink,
  linkTarget,
  insecureLink,
  wrappedLink,
  formerAddresses,
  movedPage,
]

/** The rule with this id; undefined if there is none. */
export function ruleWithId(id: unknown): Rule | undefined {
  return rules.find((rule) => rule.id === id)
}
