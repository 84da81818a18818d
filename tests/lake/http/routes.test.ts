// Every route of the API, called without a token and as a build job. A new route needs an entry in this
// table. Endpoints can read the whole store, so this is where one that forgets the grants is noticed.

import {createHash} from 'node:crypto'
import {describe, expect, test} from 'vitest'
import {API_ROUTES} from '../../../lake/http/api.ts'
import {guardedLake, type Username} from '../../support/lake.ts'

interface Entry {
  readonly path: string
  readonly body?: BodyInit
  /** The status of the answer to a build job. */
  readonly status: number
  /** The route also answers without a token. */
  readonly isOpen?: true
  /** An administrator finds the private words in the answer. */
  readonly showsContent?: true
}

const FILE = 'public file'
const FILE_PATH = `${createHash('sha1').update(FILE).digest('hex')}.txt`
const IDS = 'article,drafts.article,private.note'
const QUERY =
  '{"all": *, "one": *[_id == "drafts.article"][0], "linked": {"_ref": "private.note"}->}'
const LISTENER = new URLSearchParams({
  query: '*',
  includeResult: 'true',
  includePreviousRevision: 'true',
  includeAllVersions: 'true',
  effectFormat: 'mendoza',
  // From the start of the log.
  enableResume: 'true',
  lastEventId: '#',
})

const table: Readonly<Record<string, Entry>> = {
  'GET /ping': {path: '/ping', status: 200, isOpen: true},
  'GET /data/query/:dataset': {
    path: `/data/query/production?perspective=raw&query=${encodeURIComponent(QUERY)}`,
    status: 200,
    showsContent: true,
  },
  'POST /data/query/:dataset': {
    path: '/data/query/production?perspective=drafts',
    body: JSON.stringify({query: QUERY}),
    status: 200,
    showsContent: true,
  },
  'POST /data/mutate/:dataset': {
    path: '/data/mutate/production?returnDocuments=true&dryRun=true',
    body: JSON.stringify({mutations: [{patch: {query: '*[true]', set: {note: 'x'}}}]}),
    status: 403,
  },
  'POST /data/actions/:dataset': {
    path: '/data/actions/production',
    body: JSON.stringify({
      actions: [
        {
          actionType: 'sanity.action.document.edit',
          draftId: 'drafts.article',
          publishedId: 'article',
          patch: {set: {note: 'x'}},
        },
      ],
    }),
    status: 403,
  },
  'GET /data/listen/:dataset': {
    path: `/data/listen/production?${LISTENER}`,
    status: 200,
    showsContent: true,
  },
  'GET /data/export/:dataset': {path: '/data/export/production', status: 200, showsContent: true},
  'GET /data/doc/:dataset/:ids': {
    path: `/data/doc/production/${IDS}`,
    status: 200,
    showsContent: true,
  },
  'GET /data/history/:dataset/documents/:ids': {
    path: `/data/history/production/documents/${IDS}?lastRevision=true`,
    status: 200,
    showsContent: true,
  },
  'GET /data/history/:dataset/events/documents/:id': {
    path: '/data/history/production/events/documents/article',
    status: 200,
  },
  'GET /data/history/:dataset/transactions/:ids': {
    path: `/data/history/production/transactions/${IDS}?effectFormat=mendoza`,
    status: 200,
    showsContent: true,
  },
  'GET /data/history/:dataset/trail/:ids': {
    path: `/data/history/production/trail/${IDS}`,
    status: 200,
  },
  'GET /data/feedback/:dataset': {path: '/data/feedback/production', status: 403},
  'POST /assets/:kind{(?:images|files)}/:dataset': {
    path: '/assets/files/production?filename=a.txt',
    body: 'another file',
    status: 403,
  },
  'GET /:kind{(?:images|files)}/:project/:dataset/:name/:filename?': {
    path: `/files/countersign/production/${FILE_PATH}?dl`,
    status: 200,
    isOpen: true,
  },
  'GET /auth/providers': {path: '/auth/providers', status: 200, isOpen: true},
  'GET /auth/login/:state?': {
    path: '/auth/login?origin=http://localhost:3333',
    status: 200,
    isOpen: true,
  },
  'POST /auth/login': {
    path: '/auth/login',
    body: 'username=build&password=guessed&origin=http://localhost:3333',
    status: 401,
    isOpen: true,
  },
  'GET /auth/fetch': {path: '/auth/fetch?sid=guessed', status: 401, isOpen: true},
  'GET /auth/id': {path: '/auth/id', status: 200},
  'POST /auth/logout': {path: '/auth/logout', status: 200},
  'GET /users/me': {path: '/users/me', status: 200},
  'GET /users/me/keyvalue/:keys': {path: '/users/me/keyvalue/panes', status: 200},
  'PUT /users/me/keyvalue': {
    path: '/users/me/keyvalue',
    body: JSON.stringify([{key: 'panes', value: 1}]),
    status: 200,
  },
  'GET /users/:ids': {path: '/users/writer,build', status: 200},
  'GET /features': {path: '/features', status: 200},
  'GET /journey/*': {path: '/journey/trial', status: 200},
  'GET /intake/telemetry-status': {path: '/intake/telemetry-status', status: 200},
  'GET /projects/:project/user-applications': {
    path: '/projects/countersign/user-applications',
    status: 200,
  },
  'GET /datasets': {path: '/datasets', status: 200},
  'GET /datasets/:dataset': {path: '/datasets/production', status: 200},
  'GET /projects': {path: '/projects', status: 200},
  'GET /projects/:project': {path: '/projects/countersign', status: 200},
  'GET /projects/:project/grants': {path: '/projects/countersign/grants', status: 200},
  'GET /projects/:project/datasets': {path: '/projects/countersign/datasets', status: 200},
  'GET /projects/:project/datasets/:dataset': {
    path: '/projects/countersign/datasets/production',
    status: 200,
  },
  'GET /projects/:project/datasets/:dataset/acl': {
    path: '/projects/countersign/datasets/production/acl',
    status: 200,
  },
}

/** Words of the draft and of the private document only. */
const PRIVATE = /Unripe|Confidential/
/** A word of the last change in the log, which everyone may see. */
const LAST = 'Finished'

/** A lake with published, unpublished and private words, and a way to call it as a user or without a token. */
async function lakeWithSecrets() {
  const {lake, accounts, as} = guardedLake()
  const administrator = as('administrator')
  await administrator
    .transaction()
    .create({_id: 'article', _type: 'article', title: 'Ripe'})
    .create({_id: 'drafts.article', _type: 'article', title: 'Unripe'})
    .create({_id: 'private.note', _type: 'note', text: 'Confidential'})
    .commit()
  await administrator.patch('drafts.article').set({title: 'Unripe still'}).commit()
  await administrator.patch('private.note').set({text: 'Confidential still'}).commit()
  await administrator.assets.upload('file', Buffer.from(FILE), {filename: 'public.txt'})
  await administrator.patch('article').set({title: LAST}).commit()

  return async (route: string, username?: Username, {method = route.split(' ')[0] ?? ''} = {}) => {
    const {path = '/', body} = table[route] ?? {}
    const url = `http://lake${path}`
    const request = new Request(url, {method, ...(body === undefined ? {} : {body})})
    if (username !== undefined) {
      const token = accounts.newToken(username, {label: 'test', days: 1})
      request.headers.set('authorization', `Bearer ${token}`)
    }
    const response = await lake.fetch(request)
    const headers = JSON.stringify(Array.from(response.headers))
    const text = await bodyOf(response)
    return {status: response.status, text, told: headers + text}
  }
}

/** The body of a response. Of an endless event stream, the part up to the last change in the log. */
async function bodyOf(response: Response): Promise<string> {
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false
  if (!isStream) return response.text()
  let text = ''
  const decoder = new TextDecoder()
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, {stream: true})
    if (text.includes(LAST)) break
  }
  return text
}

function entriesWith(condition: (entry: Entry) => boolean): [string, Entry][] {
  return Object.entries(table).filter(([, entry]) => condition(entry))
}

test('the table has an entry for every route of the API, and no other', () => {
  const routes = API_ROUTES.map(({method, path}) => `${method} ${path}`)
  expect(Object.keys(table).toSorted()).toEqual(routes.toSorted())
})

describe('without a token', () => {
  test.each(entriesWith(({isOpen}) => !isOpen))('%s is refused', async (route) => {
    const call = await lakeWithSecrets()
    const {status, told} = await call(route)
    expect(status).toBe(401)
    expect(told).toContain('a token is needed')
    expect(told).not.toMatch(PRIVATE)
  })

  test.each(entriesWith(({isOpen = false}) => isOpen))(
    '%s answers, and shows nothing private',
    async (route, {status: expected}) => {
      const call = await lakeWithSecrets()
      const {status, told} = await call(route)
      expect(status).toBe(expected)
      expect(told).not.toContain('a token is needed')
      expect(told).not.toMatch(PRIVATE)
    },
  )
})

test.each(Object.entries(table).filter(([route]) => route.startsWith('GET ')))(
  '%s is answered to HEAD with the same status, and without a body',
  async (route, {status}) => {
    const call = await lakeWithSecrets()
    const {status: answered, text} = await call(route, 'build', {method: 'HEAD'})
    expect(answered).toBe(route === 'GET /auth/fetch' ? 405 : status)
    expect(text).toBe('')
  },
)

test.each(Object.entries(table))(
  '%s shows nothing private to a build job',
  async (route, {status: expected}) => {
    const call = await lakeWithSecrets()
    const {status, told} = await call(route, 'build')
    expect(status).toBe(expected)
    expect(told).not.toMatch(PRIVATE)
  },
)

test.each(entriesWith(({showsContent = false}) => showsContent))(
  '%s shows an administrator everything, so these tests would notice it',
  async (route) => {
    const call = await lakeWithSecrets()
    const {told} = await call(route, 'administrator')
    expect(told).toContain('Unripe')
    expect(told).toContain('Confidential')
  },
)
