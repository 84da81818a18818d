// Lint rules, and the floors: which folder may import which. ARCHITECTURE.md shows the same table.

import {defineConfig} from 'oxlint'

/** Every top-level folder with source code, and the folders that it may import. */
const floors: Readonly<Record<string, readonly string[]>> = {
  review: [],
  policy: ['schemas/data', 'review'],
  schemas: ['schemas/data', 'review', 'policy'],
  model: ['schemas/data', 'review', 'policy'],
  render: ['schemas/data', 'review', 'policy', 'model'],
  studio: ['schemas', 'schemas/data', 'review', 'policy', 'model', 'render'],
  lake: ['review'],
  pipeline: ['schemas/data', 'review', 'policy', 'model', 'render', 'lake'],
  // After schemas/, since the last override that matches a file counts.
  'schemas/data': ['review'],
  scripts: ['schemas', 'schemas/data', 'review', 'policy', 'model', 'render', 'lake', 'pipeline'],
}

/** The floors inside a folder, lowest first: a folder may import those before it. */
const innerFloors: Readonly<Record<string, readonly (readonly string[])[]>> = {
  lake: [
    ['store', 'assets'],
    ['groq'],
    ['access'],
    ['query'],
    ['write', 'listen'],
    ['history'],
    ['http'],
    ['dataset', 'verify'],
  ],
  render: [['page'], ['components'], ['text'], ['channels']],
  pipeline: [['source'], ['release'], ['gate'], ['editorial'], ['render'], ['export'], ['survey']],
}

/** Folders at the top that no product code may import. */
const outside = ['bench', 'docs', 'tests', 'exports', 'content']

/** Modules that run in a browser too, so that they must not need Node. */
const browserFolders = new Set(['schemas', 'review', 'policy', 'model', 'render', 'studio'])

interface Forbidden {
  readonly regex: string
  readonly message: string
}

function topFloor(folder: string, allowed: readonly string[]): Forbidden[] {
  const names = [...Object.keys(floors), ...outside]
  const forbidden = names.filter((name) => name !== folder && !allowed.includes(name))
  // schemas/data is a floor of its own: an import of schemas/ means any other part of it.
  const parts = forbidden.map((name) =>
    name === 'schemas' ? 'schemas/(documents|objects|[a-z-]+\\.ts)' : name,
  )
  const from = folder === 'schemas/data' ? [...parts, '(documents|objects|[a-z-]+\\.ts)'] : parts
  return [
    {
      regex: `^(\\.\\./)+(${from.join('|')})(/|$)`,
      message: `${folder}/ may import only from: ${allowed.join(', ') || 'nothing'} (ARCHITECTURE.md).`,
    },
    ...(browserFolders.has(folder)
      ? [{regex: '^node:', message: `${folder}/ runs in a browser too and must not need Node.`}]
      : []),
  ]
}

const overrides = Object.entries(floors).flatMap(([folder, allowed]) => {
  const top = topFloor(folder, allowed)
  const inner = (innerFloors[folder] ?? []).flatMap((level, index, levels) =>
    level.map((name) => {
      const above = levels
        .slice(index)
        .flat()
        .filter((other) => other !== name)
      return {
        files: [`${folder}/${name}/**`],
        patterns: [
          ...top,
          ...(above.length === 0
            ? []
            : [
                {
                  regex: `^(\\.\\./)+(${above.join('|')})/`,
                  message: `${folder}/${name}/ may import only from the floors below it (ARCHITECTURE.md).`,
                },
              ]),
        ],
      }
    }),
  )
  return [{files: [`${folder}/**`], patterns: top}, ...inner]
})

export default defineConfig({
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'promise', 'vitest'],
  categories: {correctness: 'error', suspicious: 'error', perf: 'error'},
  rules: {
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'no-await-in-loop': 'off',
    'no-shadow': 'off',
    'no-underscore-dangle': 'off',
    'unicorn/no-array-sort': 'off',
    'unicorn/no-array-reverse': 'off',
    'import/no-unassigned-import': 'off',
    'unicorn/require-post-message-target-origin': 'off',
    'oxc/no-map-spread': 'off',
    'unicorn/consistent-function-scoping': 'off',
    'import/no-named-as-default-member': 'off',
    'vitest/expect-expect': 'off',
    'vitest/no-conditional-expect': 'off',
    'vitest/valid-expect': ['error', {maxArgs: 2}],
    'unicorn/filename-case': ['error', {case: 'kebabCase'}],
    'import/newline-after-import': 'error',
    'import/no-cycle': ['error', {ignoreTypes: false}],
  },
  overrides: overrides.map(({files, patterns}) => ({
    files,
    rules: {'no-restricted-imports': ['error', {patterns}]},
  })),
  ignorePatterns: ['sanity.types.ts', 'exports/**', 'dist/**', '.lake/**', '.bench/**'],
})
