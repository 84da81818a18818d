// Marks the findings of the editorial rules in the form of a document.

import {studioPath} from '@sanity/client/csm'
import type {DocumentDefinition, ValidationContext, ValidationError, ValidationMarker} from 'sanity'
import {
  isOpen,
  formatFinding,
  placesOf,
  type Finding,
  type Severity,
  WHOLE,
} from '../../policy/finding.ts'
import {recordTypes} from '../../review/record-types.ts'
import {API_VERSION} from '../../schemas/data/api-version.ts'
import {findingsIn, MOST_SHOWN} from './findings.ts'

/** Adds the editorial rules to the validation of a type. Records are not content, so they get none. */
export function withChecks(type: DocumentDefinition): DocumentDefinition {
  return recordTypes.includes(type.name)
    ? type
    : {
        ...type,
        validation: (rule) => [
          rule.custom(marksOf('error')),
          rule.custom(marksOf('warning')).warning(),
        ],
      }
}

function marksOf(severity: Severity) {
  return async (
    _value: unknown,
    {document, getClient}: ValidationContext,
  ): Promise<true | ValidationError[]> => {
    if (!document) return true
    const findings = await findingsIn(getClient({apiVersion: API_VERSION}), document)
    const marks = findings
      .flatMap(placesOf)
      .filter((finding) => finding.severity === severity && isOpen(finding))
      .slice(0, MOST_SHOWN)
      .map(markOf)
    return marks.length === 0 ? true : marks
  }
}

/** Tells the marks of the rules from those of the form's own validation. */
const OURS = {name: 'countersign'}

/** Whether a mark in a form comes from the rules. */
export function isOurs(mark: ValidationMarker): boolean {
  return mark.__internal_metadata === OURS
}

function markOf(finding: Finding): ValidationError {
  return {
    message: `${formatFinding(finding)}. ${finding.hint}`,
    path: pathOf(finding),
    __internal_metadata: OURS,
  }
}

/** The place of a finding in the form. */
function pathOf({path}: Finding) {
  return path === WHOLE ? [] : studioPath.fromString(path)
}
