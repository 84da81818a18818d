// Marks in a document's form what the editorial rules find, where they find it.
import {studioPath} from '@sanity/client/csm'
import type {DocumentDefinition, ValidationContext, ValidationError} from 'sanity'

import {isOpen, sayFinding, type Finding, type Severity} from '../../policy/finding.ts'
import {apiVersion} from '../environment.ts'
import {findingsIn} from './findings.ts'

/** Types whose documents are judged as they are typed. */
const judgedTypes = new Set(['article', 'therapyType', 'faq', 'disclaimer', 'citedWork', 'clinic'])

export const withChecks = (type: DocumentDefinition): DocumentDefinition =>
  judgedTypes.has(type.name)
    ? {
        ...type,
        validation: (rule) => [
          rule.custom(marksOf('error')),
          rule.custom(marksOf('warning')).warning(),
        ],
      }
    : type

const marksOf =
  (severity: Severity) =>
  async (
    _value: unknown,
    {document, getClient}: ValidationContext,
  ): Promise<true | ValidationError[]> => {
    if (!document) return true
    const findings = await findingsIn(getClient({apiVersion}), document)
    const marks = findings
      .filter((finding) => finding.severity === severity && isOpen(finding))
      .map(markOf)
    return marks.length === 0 ? true : marks
  }

const markOf = (finding: Finding): ValidationError => ({
  message: `${sayFinding(finding)}. ${finding.hint}`,
  path: pathOf(finding),
})

/** Where it is, as the form counts: `(document)` is the whole. */
const pathOf = ({path}: Finding) => (path === '(document)' ? [] : studioPath.fromString(path))
