// npm run generate: writes docs/policy.md from the rules themselves, so that neither can differ.

import {writeFileSync} from 'node:fs'
import {pifTick} from '../policy/pif-tick.ts'
import type {Example, Rule} from '../policy/rule.ts'
import {rules} from '../policy/rules.ts'

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
}

function say(example: Example): string {
  return typeof example === 'string' ? example : example.says
}

function list(examples: readonly Example[]): string {
  return examples.map((example) => `- ${say(example)}`).join('\n')
}

/** As `25 words in a sentence (10 to 60)`. */
function number({limit}: Rule): string {
  return limit ? `${limit.usual} ${limit.what} (${limit.min} to ${limit.max})` : ''
}

function section(rule: Rule): string {
  const {id, title, severity, rationale, sources, examples} = rule
  return `### \`${id}\`

${title}. Severity: ${severity}.${rule.limit ? ` Number: ${number(rule)}.` : ''}

${rationale}

${sources.map((source) => `Source: [${source.title}](${source.url})`).join('  \n')}

Passes:

${list(examples.passes)}

Is found:

${list(examples.fails)}`
}

function groupOf({id}: Rule): string {
  return id.split('/')[0] ?? id
}

const groups = [...Map.groupBy(rules, groupOf)].map(
  ([group, members]) => `## ${group}\n\n${members.map(section).join('\n\n')}`,
)

const criteria = table(
  ['Criterion', 'asks for', 'What serves it here', 'What remains for people'],
  pifTick.map(({name, asks, served, remains}) => [name, asks, served ?? 'Nothing.', remains]),
)

const summary = table(
  ['Rule', 'Asks for', 'Severity', 'Number, and its bounds'],
  rules.map((rule) => [
    `[\`${rule.id}\`](#${rule.id.replace('/', '')})`,
    rule.title,
    rule.severity,
    number(rule),
  ]),
)

const TEXT = `<!-- Made by \`npm run generate\` from policy/: change the rules, not this file. -->
# Editorial policy

What is checked as a writer types, and again when content is exported, by the same functions. An
**error** keeps a document from readers until it is mended; a **warning** is reported. Where a rule
is about a sentence, a writer can answer it with a reason instead of mending it: the answer is part of
the document, so that whoever approves the text accepts it, and it is bound to that very sentence.

A library sets rules for itself in its site settings, under *Editorial checks*, each with a reason that
every report repeats: how severe a rule is, or off; and where it has a number, another one within its
bounds. The examples below are judged by the usual numbers.
\`npm run validate\` lists what is found (\`--json\` and \`--sarif\` for machines).

${summary}

${groups.join('\n\n')}

## The PIF TICK

The [PIF TICK](https://pifonline.org.uk/pif-tick/about/) is the UK's quality mark for health
information. It is given to organisations, not to software. What this project does for each of its ten
criteria, and what it cannot do:

${criteria}
`

writeFileSync('docs/policy.md', TEXT)
