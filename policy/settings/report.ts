// Puts a library's settings next to the usual values of their rules, for reports.

import {ruleWithId} from '../rules.ts'
import type {ReportedSetting} from './format.ts'
import type {Setting} from './setting.ts'

/** The settings as reports show them. Settings of unknown rules are left out: validation refuses them. */
export function reportedSettings(settings: readonly Setting[]): ReportedSetting[] {
  return settings.flatMap((setting) => {
    const rule = ruleWithId(setting.rule)
    if (!rule) return []
    const {severity: level, limit} = rule
    return [
      limit
        ? {...setting, what: limit.what, usual: {level, limit: limit.usual}}
        : {...setting, usual: {level}},
    ]
  })
}
