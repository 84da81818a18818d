// The Studio's check of a document and the pipeline's, for tests that compare the two.

import {
  createWorkspaceFromConfig,
  validateDocument,
  type ObjectSchemaType,
  type ValidationMarker,
  type Workspace,
} from 'sanity'
import {getCliClient} from 'sanity/cli'
import {lakeClient, openLake, serveLake} from '../../lake/index.ts'
import {isDocumentType} from '../../model/index.ts'
import {submission} from '../../model/submission.ts'
import {shapeFindings} from '../../model/validate.ts'
import {check} from '../../policy/check.ts'
import {emptyContext} from '../../policy/rule.ts'
import {contentOf, type StoredDocument} from '../../review/revision.ts'
import {documentTypes, objectTypes} from '../../schemas/index.ts'

const times = {_createdAt: '2026-01-05T09:00:00Z', _updatedAt: '2026-01-05T09:00:00Z', _rev: 'r1'}

/** The Studio without its user interface. */
export interface Studio {
  readonly schema: Workspace['schema']
  /** Why the Studio refuses a document. Empty if it does not. */
  readonly problemsOf: (document: StoredDocument) => Promise<string[]>
  /** The marks of Sanity's own validation in a form. */
  readonly marksOf: (document: StoredDocument) => Promise<ValidationMarker[]>
  readonly close: () => Promise<void>
}

/** The type of a document, as the Studio has it. */
export function documentType({schema}: Studio, name: string): ObjectSchemaType {
  const type = schema.get(name)
  if (type?.jsonType !== 'object') throw new Error(`The Studio has no document type ${name}.`)
  return type
}

/**
 * Opens the Studio on a lake, which it asks whether the address of a page is free.
 *
 * @param documents What the lake holds.
 */
export async function openStudio(documents: readonly StoredDocument[] = []): Promise<Studio> {
  const lake = openLake({dir: ':memory:'})
  if (documents.length > 0) {
    const creating = documents.map((create) => ({create}))
    await lakeClient(lake).mutate(creating)
  }
  const server = await serveLake(lake, {port: 0})
  const project = {projectId: 'countersign', dataset: 'production'}
  const workspace = await createWorkspaceFromConfig({
    ...project,
    name: 'default',
    basePath: '/',
    schema: {types: [...documentTypes, ...objectTypes]},
    currentUser: {id: 'writer', name: 'Writer', email: '', role: '', roles: []},
    getClient: ({apiVersion}) =>
      getCliClient({
        ...project,
        apiVersion,
        apiHost: server.origin,
        useProjectHostname: false,
        useCdn: false,
      }),
  })
  const marksOf: Studio['marksOf'] = (document) =>
    validateDocument({
      document: {...times, ...document},
      workspace,
      getDocumentExists: async () => true,
    })
  return {
    schema: workspace.schema,
    marksOf,
    problemsOf: async (document) => {
      const markers = await marksOf(document)
      // The form of the Studio shows these too (studio/checks/with-checks.ts).
      const checks = check(contentOf(document), emptyContext, [])
      return [...markers.filter(({level}) => level === 'error'), ...checks].map(
        ({message}) => message,
      )
    },
    close: async () => {
      await server.close()
      lake.close()
    },
  }
}

/** Why the pipeline refuses a document. Empty if it does not. */
export function pipelineProblems(document: StoredDocument): string[] {
  const content = contentOf(document)
  if (document._type === 'submission') {
    return (submission.safeParse(content).error?.issues ?? []).map(({message}) => message)
  }
  if (!isDocumentType(document._type)) throw new Error(`The model has no ${document._type}.`)
  return shapeFindings(content, document._type).map(({message}) => message)
}
