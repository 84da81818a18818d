// npm run generate: writes docs/policy.md from the rules, so that the two cannot differ.

import {writeFileSync} from 'node:fs'
import {pifTick} from '../policy/pif-tick.ts'
import type {Example, Rule} from '../policy/rule.ts'
import {rules} from '../policy/rules.ts'
import {table} from './shared/table.ts'

function say(example: Example): string {
  return typeof example === 'string' ? example : example.says
}

function list(examples: readonly Example[]): string {
  return examples.map((example) => `- ${say(example)}`).join('\n')
}

/** For example `25 words in a sentence (10 to 60)`. */
function number({limit}: Rule): string {
  return limit ? `${limit.usual} ${limit.what} (${limit.min} to ${limit.max})` : ''
}

function section(rule: Rule): string {
  const {id, title, severity, rationale, sources, examples, reads} = rule
  return `### \`${id}\`

${title}. Severity: ${severity}. Reads: ${reads ?? 'any language'}.${rule.limit ? ` Number: ${number(rule)}.` : ''}

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

The same functions check a text while a writer types it and when it is exported. An **error** keeps a
document from readers until it is fixed. A **warning** is only reported. If a rule is about a sentence,
a writer can answer it with a reason instead of changing the sentence. The answer is part of the
document, so the reviewer who approves the text accepts it too. It counts for that sentence only.

A library can change rules in its site settings. It can make a rule more or less severe, or switch it
off. If a rule has a number, the library can choose another one within the bounds. Each change needs a
reason, which every report repeats. The examples below use the usual numbers.
\`npm run validate\` lists all findings (\`--json\` and \`--sarif\` for programs).

${summary}

${groups.join('\n\n')}

## How well the rules find

Rules about wording know words, not meaning. Seven writers who did not see the rules wrote 1,412 sentences as
patients read them, and labelled each. On the 429 of them that no author of a rule has read, the claims
rules are right about 99 of 100 sentences in which they find something, and find 97 of 100 labelled
claims. For statements that need a source it is 95 and 92 of 100. \`npm run bench -- policy\` measures it.

Real pages are harder. On 446 sentences paraphrased from the pages of clinics, sellers, regulators and
patient information, which the rules were tuned on, 94 of 100 sentences with a claims finding are
labelled so, and 92 of 100 labelled claims are found; for statements that need a source it is 89 and 91 of
100. Figures on texts that the rules were not tuned on are lower. On 3,000 sentences of public patient
information the claims rules raise no error, and a warning in about 1 of 100 sentences. On 245 pages of US
patient information that cite nothing, all rules together had 10 findings in 100 sentences. About four of
them asked for a source, three were about long sentences, and one was about a claim.

No rule can know that a newer work has replaced a source, or that its journal has retracted it. Only
\`npm run lapsed\`, with a list that says so, or an editor who looks can tell. The rule \`evidence/lapsed\` knows what
they have marked, and the last day that a work names.

What the rules miss is still for the reviewer to see: claims in free words without a known word for a
treatment, a disease or praise; stories of customers; doubts about other care that name none of its words;
and all that a text says by what it leaves out. A text without findings is not a text without faults.

An error is kept for what is nearly always wrong, and only where a sentence promotes something: a
therapy that needs promotion, the seller’s own product, or “it” and “this” after them. Elsewhere the same
words are a warning. A citation beside a claim does not silence it.

Findings of one rule that ask for the same in one section are one finding with several places, so that a writer
is told once. A section begins at each heading, and at each field. The Studio, \`npm run validate\` and its SARIF
report show each place.

A rule that reads English does not judge a passage in another language. \`accessibility/language\` names such
passages, so that a reviewer does not take silence for approval.

## The PIF TICK

The [PIF TICK](https://pifonline.org.uk/pif-tick/about/) is the UK's quality mark for health
information. Organisations can earn it, software cannot. The table says what this project does for each
of its ten criteria, and what remains for people.

${criteria}
`

writeFileSync('docs/policy.md', TEXT)
