// Writes findings as SARIF, which code hosts and editors show beside the text.
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html

import type {
  Artifact,
  Location,
  Log,
  ReportingConfiguration,
  ReportingDescriptor,
  Result,
} from 'sarif'
import packageJson from '../../package.json' with {type: 'json'}
import {isOpen, formatFinding, formatPlaced, placesOf, type Finding} from '../../policy/finding.ts'
import type {Rule} from '../../policy/rule.ts'
import {rules} from '../../policy/rules.ts'
import {formatSetting, type ReportedSetting} from '../../policy/settings/format.ts'
import type {Setting} from '../../policy/settings/setting.ts'

/**
 * A SARIF log of one run, as JSON. SARIF expects files, so each document gets the path `<type>/<id>`.
 *
 * @param settings The library's changes to rules.
 */
export function sarifOf(
  findings: readonly Finding[],
  settings: readonly ReportedSetting[],
): string {
  const open = findings.filter(isOpen)
  const uris = [...new Set(open.map(uriOf))]
  const log: Log = {
    $schema: 'http://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: packageJson.name,
            rules: rules.map(ruleOf),
            version: packageJson.version,
          },
        },
        results: open.map((finding) => resultOf(finding, uris)),
        invocations: [
          {
            executionSuccessful: true,
            ruleConfigurationOverrides: settings.map(({rule, level, limit, reason}) => ({
              descriptor: {id: rule},
              configuration: configurationOf(level, limit),
              properties: {reason},
            })),
            toolConfigurationNotifications: settings.map((setting) => ({
              level: 'note',
              associatedRule: {id: setting.rule},
              message: {text: `The rule ${setting.rule} ${formatSetting(setting)}`},
            })),
          },
        ],
        artifacts: uris.map((uri): Artifact => ({sourceLanguage: 'unknown', location: {uri}})),
      },
    ],
  }
  return JSON.stringify(log, null, 2)
}

function uriOf({type, document}: Finding): string {
  return `${type}/${encodeURIComponent(document)}`
}

function ruleOf({id, title, severity, limit, rationale, sources}: Rule): ReportingDescriptor {
  return {
    id,
    shortDescription: {text: title},
    fullDescription: {text: rationale},
    helpUri: sources[0]?.url,
    defaultConfiguration: configurationOf(severity, limit?.usual),
  }
}

function configurationOf(
  level: Setting['level'],
  limit: number | undefined,
): ReportingConfiguration {
  return {
    ...(level === 'off' ? {enabled: false} : {level}),
    ...(limit === undefined ? {} : {parameters: {limit}}),
  }
}

function resultOf(finding: Finding, uris: readonly string[]): Result {
  const {rule, severity, quote, hint} = finding
  const words = quote ? formatFinding(finding) : formatPlaced(finding)
  const ruleIndex = rules.findIndex(({id}) => id === rule)
  return {
    level: severity,
    message: {text: `${words}. ${hint}`},
    ruleId: rule,
    locations: placesOf(finding).map((place) => locationOf(place, uris)),
    // A finding about the shape of a document has a name that is no editorial rule.
    ...(ruleIndex < 0 ? {} : {ruleIndex}),
  }
}

function locationOf(finding: Finding, uris: readonly string[]): Location {
  const {document, path, quote} = finding
  const uri = uriOf(finding)
  return {
    physicalLocation: {
      artifactLocation: {uri, index: uris.indexOf(uri)},
      region: quote && {
        charOffset: quote.start,
        charLength: quote.end - quote.start,
        snippet: {text: quote.text},
      },
    },
    logicalLocations: [{fullyQualifiedName: `${document}.${path}`, kind: 'member'}],
  }
}
