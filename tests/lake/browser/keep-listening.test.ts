// A listener of the Studio goes on after a short break of its connection.

import {afterEach, beforeEach, expect, test, vi} from 'vitest'
import {keepListening} from '../../../lake/browser/keep-listening.ts'

const LISTENER = 'http://localhost:4000/v1/data/listen/production?query=*&enableResume=true'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A connection that sends some text, and then breaks or stays open. */
function connection(text: string, breaks: boolean): Response {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(text))
    },
    pull(controller) {
      if (breaks) controller.error(new TypeError('network error'))
    },
  })
  return new Response(body, {headers: {'content-type': 'text/event-stream'}})
}

/** A server that answers each request in turn. Undefined means that it cannot be reached. */
function serverOf(...answers: (Response | undefined)[]) {
  const asked: Request[] = []
  const fetch: typeof globalThis.fetch = async (input, init) => {
    asked.push(new Request(input, init))
    const answer = answers.shift()
    if (!answer) throw new TypeError('Failed to fetch')
    return answer
  }
  return {asked, fetch: keepListening(fetch)}
}

async function readAll(response: Response, {until}: {until: string}): Promise<string> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  while (!text.includes(until)) {
    const next = reader?.read()
    await vi.advanceTimersByTimeAsync(1000)
    text += (await next)?.value ?? ''
  }
  return text
}

test('the listener of a document resumes after its last whole event, and leaves out the part of one', async () => {
  const {asked, fetch} = serverOf(
    connection('event: welcome\nid: a#\ndata: {}\n\nevent: mutation\nid: b#\nda', true),
    undefined,
    connection(
      'event: welcomeback\nid: a#\ndata: {}\n\nevent: mutation\nid: b#\ndata: 1\n\n',
      false,
    ),
  )
  const response = await fetch(LISTENER, {headers: {authorization: 'Bearer token'}})
  expect(await readAll(response, {until: 'data: 1'})).toBe(
    'event: welcome\nid: a#\ndata: {}\n\nevent: welcomeback\nid: a#\ndata: {}\n\nevent: mutation\nid: b#\ndata: 1\n\n',
  )
  expect(
    asked.map(({headers}) => [headers.get('last-event-id'), headers.get('authorization')]),
  ).toEqual([
    [null, 'Bearer token'],
    ['a#', 'Bearer token'],
    ['a#', 'Bearer token'],
  ])
})
