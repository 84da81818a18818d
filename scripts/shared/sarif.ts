// Findings as SARIF, which code hosts and editors show beside what they are about.
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html

import {
  SarifBuilder,
  SarifResultBuilder,
  SarifRuleBuilder,
  SarifRunBuilder,
} from 'node-sarif-builder'
import packageJson from '../../package.json' with {type: 'json'}
import {isOpen, sayFinding, type Finding} from '../../policy/finding.ts'
import {rules} from '../../policy/rules.ts'
import {saySetting, type ReportedSetting} from '../../policy/settings/report.ts'
import type {Setting} from '../../policy/settings/setting.ts'

/**
 * A log of one run. Documents are no files: each counts as one at `<type>/<id>`.
 *
 * @param settings What the library changes about the rules.
 */
export function sarifOf(
  findings: readonly Finding[],
  settings: readonly ReportedSetting[],
): string {
  const run = new SarifRunBuilder().initSimple({
    toolDriverName: packageJson.name,
    toolDriverVersion: packageJson.version,
  })
  for (const {id, title, severity, limit, rationale, sources} of rules) {
    const rule = new SarifRuleBuilder().initSimple({
      ruleId: id,
      shortDescriptionText: title,
      fullDescriptionText: rationale,
      ...(sources[0] ? {helpUri: sources[0].url} : {}),
    })
    rule.rule.defaultConfiguration = configurationOf(severity, limit?.usual)
    run.addRule(rule)
  }
  run.run.invocations = [
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
        message: {text: `The rule ${setting.rule} ${saySetting(setting)}`},
      })),
    },
  ]
  for (const finding of findings.filter(isOpen)) run.addResult(resultOf(finding))
  const log = new SarifBuilder()
  log.addRun(run)
  return log.buildSarifJsonString({indent: true})
}

function configurationOf(level: Setting['level'], limit: number | undefined) {
  return {
    ...(level === 'off' ? {enabled: false} : level === undefined ? {} : {level}),
    ...(limit === undefined ? {} : {parameters: {limit}}),
  }
}

function resultOf(finding: Finding) {
  const {rule, severity, type, document, path, quote, hint} = finding
  const words = quote ? sayFinding(finding) : `${path} ${sayFinding(finding)}`
  const builder = new SarifResultBuilder().initSimple({
    level: severity,
    ruleId: rule,
    messageText: `${words}. ${hint}`,
  })
  builder.result.locations = [
    {
      physicalLocation: {
        artifactLocation: {uri: `${type}/${encodeURIComponent(document)}`},
        ...(quote
          ? {
              region: {
                charOffset: quote.start,
                charLength: quote.end - quote.start,
                snippet: {text: quote.text},
              },
            }
          : {}),
      },
      logicalLocations: [{fullyQualifiedName: `${document}.${path}`, kind: 'member'}],
    },
  ]
  return builder
}
