// Checks a document against every rule. The Studio's warnings and the gate both use this function.

import type {StoredDocument} from '../review/revision.ts'
import {answerFinder, answersOf} from './answers.ts'
import {isOpen, type Finding} from './finding.ts'
import {integrityFindings} from './integrity.ts'
import type {Context, Rule} from './rule.ts'
import {rules as allRules} from './rules.ts'
import {activeRules, flawsBy} from './settings/apply.ts'
import {sizeFinding} from './size.ts'
import {ownLanguage} from './text/english.ts'
import {otherLanguages} from './text/language.ts'
import {passagesOf, sectionsOf, type Passage} from './text/passages.ts'

/**
 * What is wrong with a document: first what no document may have, then the findings of all rules, in the order
 * of the rules. A document that is too large has one finding that says so.
 *
 * @param document The document's content, under its published id.
 */
export function check(
  document: StoredDocument,
  context: Context,
  rules: readonly Rule[] = allRules,
): Finding[] {
  const tooLarge = sizeFinding(document)
  if (tooLarge) return [tooLarge]
  const passages = passagesOf(document)
  const own = ownLanguage(document)
  const languages = otherLanguages(passages, own)
  const english = passages.filter((passage) => (languages.get(passage) ?? own) === 'en')
  const answerTo = answerFinder(answersOf(document))
  const findings = integrityFindings(document)
  // A rule that finds nothing to read cannot tell what is missing.
  const isUnread = english.length === 0 && passages.length > 0
  for (const {rule, severity} of activeRules(rules, context.settings)) {
    if (rule.reads && isUnread) continue
    const found: Finding[] = []
    for (const {isMild = false, ...flaw} of flawsBy(
      rule,
      {document, passages: rule.reads ? english : passages, languages},
      context,
    )) {
      const answer = answerTo({rule: rule.id, sentence: flaw.sentence})?.reason
      found.push({
        rule: rule.id,
        severity: isMild ? 'warning' : severity,
        document: document._id,
        type: document._type,
        ...flaw,
        ...(answer === undefined ? {} : {answer}),
      })
    }
    findings.push(...(rule.reads ? alikeTogether(found, passages) : found))
  }
  return findings
}

/**
 * Makes one finding of open ones of a rule about wording that ask for the same in one section, so that a writer is
 * told once. An answer belongs to one sentence: when the first is answered, the next is found.
 */
function alikeTogether(
  findings: readonly Finding[],
  passages: readonly Passage[],
): readonly Finding[] {
  if (findings.length < 2) return findings
  const sections = sectionsOf(passages)
  // What findings that are told together share. Others share nothing.
  const keyOf = (finding: Finding): unknown => {
    const {severity, path, hint, quote, mend} = finding
    return quote && !mend && isOpen(finding)
      ? JSON.stringify([severity, sections.get(path), hint])
      : finding
  }
  const alike = Map.groupBy(findings, keyOf)
  return [...alike.values()].flatMap(([first, ...others]) => {
    if (!first) return []
    const also = others.map(({path, quote, sentence, message}) => ({
      path,
      quote,
      sentence,
      message,
    }))
    return also.length > 0 ? {...first, also} : first
  })
}
