// Every import of a source file, of whatever kind, and the file that it leads to.

import {isBuiltin} from 'node:module'
import {dirname, join, relative} from 'node:path'
import {parseSync, Visitor, type Argument, type Span} from 'oxc-parser'
import {ResolverFactory} from 'oxc-resolver'

const ROOT = join(import.meta.dirname, '../..')

const PACKAGE = /^(?:@[^/]+\/)?[^/]+/
const REFERENCE = /^\/\s*<reference\s.*?\b(path|types)\s*=\s*["'](.+?)["']/

/** What an import leads to. A file is named by its path in this project. */
type Target =
  | {readonly kind: 'file' | 'package' | 'node'; readonly name: string}
  | {readonly kind: 'unknown'}

/** One import: where it is written, what is written, and what it leads to. */
export interface Import {
  readonly file: string
  readonly line: number
  readonly specifier: string
  readonly target: Target
}

const resolver = new ResolverFactory({
  extensions: ['.ts', '.tsx', '.d.ts', '.js', '.json'],
  extensionAlias: {
    '.js': ['.ts', '.tsx', '.js'],
    '.jsx': ['.tsx', '.jsx'],
    '.mjs': ['.mts', '.mjs'],
  },
  conditionNames: ['types', 'import', 'require', 'browser', 'node', 'default'],
  mainFields: ['types', 'module', 'main'],
  tsconfig: {configFile: join(ROOT, 'tsconfig.json')},
})

function fileTarget(path: string): Target {
  const inside = relative(ROOT, path.replace(/\?.*$/, '')).replaceAll('\\', '/')
  const [, packagePath] = /^(?:.*\/)?node_modules\/(.*)$/.exec(inside) ?? []
  if (packagePath !== undefined) {
    return {kind: 'package', name: PACKAGE.exec(packagePath)?.[0] ?? packagePath}
  }
  return inside.startsWith('..') ? {kind: 'unknown'} : {kind: 'file', name: inside}
}

function targetOf(file: string, specifier: string): Target {
  if (isBuiltin(specifier)) return {kind: 'node', name: specifier}
  // An absolute path or a URL differs from machine to machine, or leaves the project.
  if (specifier.startsWith('/') || specifier.includes(':')) return {kind: 'unknown'}
  const isPath = /^[.#]/.test(specifier)
  const {path} = resolver.sync(dirname(join(ROOT, file)), specifier)
  // A package is known by the name in the import: its types can be in another package.
  const found = path === undefined ? undefined : fileTarget(path)
  if (!isPath && found?.kind !== 'file') {
    return {kind: 'package', name: PACKAGE.exec(specifier)?.[0] ?? specifier}
  }
  return found ?? {kind: 'unknown'}
}

/** Where a glob of the Studio's bundler looks: its path as far as it has no wildcard. */
function globTarget(file: string, pattern: string): Target {
  const [, start = '', rest = ''] = /^([^*?[\]{}()!]*)\/(.*)$/s.exec(pattern) ?? []
  const path = join(dirname(file), start)
  return start.startsWith('.') && !/^\.\.?(?:\/|$)/.test(path) && !rest.includes('..')
    ? {kind: 'file', name: path}
    : {kind: 'unknown'}
}

/** The text of an expression that needs no run to be known. */
function textOf(expression: Argument | undefined): string | undefined {
  if (expression?.type === 'Literal' && typeof expression.value === 'string') {
    return expression.value
  }
  return expression?.type === 'TemplateLiteral' && expression.expressions.length === 0
    ? (expression.quasis[0]?.value.cooked ?? undefined)
    : undefined
}

/**
 * Every import of a source file: static ones, types, re-exports, dynamic ones, `require`,
 * `import.meta.glob` and `<reference>`.
 *
 * @param file its path in this project. The imports are resolved on disk; the file need not exist.
 * @throws if the source has a syntax error
 */
export function importsOf(file: string, source: string): Import[] {
  const {program, comments, errors} = parseSync(file, source)
  if (errors[0] !== undefined) throw new Error(`${file}: ${errors[0].message}`)
  const found: Import[] = []
  function add({start, end}: Span, specifier: string | undefined, resolve = targetOf): void {
    found.push({
      file,
      line: source.slice(0, start).split('\n').length,
      specifier: specifier ?? source.slice(start, end),
      target: specifier === undefined ? {kind: 'unknown'} : resolve(file, specifier),
    })
  }
  for (const comment of comments) {
    const [, kind, to] = REFERENCE.exec(comment.value) ?? []
    if (to !== undefined) add(comment, kind === 'path' && !to.startsWith('.') ? `./${to}` : to)
  }
  new Visitor({
    ImportDeclaration: ({source: from}) => add(from, from.value),
    ExportAllDeclaration: ({source: from}) => add(from, from.value),
    ExportNamedDeclaration: ({source: from}) => from !== null && add(from, from.value),
    ImportExpression: ({source: from}) => add(from, textOf(from)),
    TSImportType: ({source: from}) => add(from, from.value),
    TSExternalModuleReference: ({expression}) => add(expression, expression.value),
    CallExpression(call) {
      const callee = source.slice(call.callee.start, call.callee.end)
      const text = textOf(call.arguments[0])
      if (callee === 'require') add(call, text)
      if (callee === 'import.meta.glob') add(call, text, globTarget)
    },
  }).visit(program)
  return found
}
