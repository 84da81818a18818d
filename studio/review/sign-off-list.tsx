// What a plan asks for, and the words that reviewers gave so far.

import {Badge, Card, Flex, Stack, Text} from '@sanity/ui'
import {fieldTitle} from '../../model/standing/progress.ts'
import {formatDay} from '../../review/day-words.ts'
import {dayOf} from '../../review/days.ts'
import type {Decision} from '../../review/decision.ts'
import type {RequirementProgress} from '../../review/plan.ts'
import {kindNames} from '../../review/sign-off-kind.ts'
import type {Governance} from './governance.ts'

interface SignOffListProps {
  readonly requirements: readonly RequirementProgress[]
  readonly names: Governance['names']
}

export function SignOffList({requirements, names}: SignOffListProps) {
  return (
    <Card radius={2} border>
      <Stack as="ul" style={{listStyle: 'none', margin: 0, padding: 0}}>
        {requirements.map(({kind, people, field, words}, index) => (
          <Card
            as="li"
            key={`${kind} ${field}`}
            padding={3}
            borderTop={index > 0}
            style={{background: 'none'}}
          >
            <Stack gap={3}>
              <Flex gap={3} align="center" justify="space-between">
                <Text size={1} weight="semibold">
                  {titleOf(kind, field)}
                </Text>
                <Badge tone={words.length < people ? 'caution' : 'positive'}>
                  {words.length} of {people}
                </Badge>
              </Flex>
              {words.map((word) => (
                <Word key={word.id} word={word} name={names.get(word.reviewer) ?? word.reviewer} />
              ))}
            </Stack>
          </Card>
        ))}
      </Stack>
    </Card>
  )
}

function titleOf(kind: RequirementProgress['kind'], field: string | undefined): string {
  const name = kindNames[kind]
  const title = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`
  return field === undefined ? title : `${title}, qualified in ${fieldTitle(field)}`
}

function Word({word, name}: {readonly word: Decision; readonly name: string}) {
  const {decidedAt, urgent, cosmetic, comment} = word
  return (
    <Stack gap={2}>
      <Flex gap={2} align="center">
        <Text size={1}>
          {name}, <time dateTime={decidedAt}>{formatDay(dayOf(decidedAt))}</time>
        </Text>
        {urgent ? <Badge tone="caution">Correct now</Badge> : null}
        {cosmetic ? <Badge>Only the form changed</Badge> : null}
      </Flex>
      {comment === undefined ? null : (
        <Text size={1} muted style={{whiteSpace: 'pre-wrap'}}>
          {comment}
        </Text>
      )}
    </Stack>
  )
}
