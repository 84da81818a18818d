// The floors: which folder may import which. ARCHITECTURE.md shows the same table.

/** A folder, or a file at the root, and what it may import. What is not listed is refused. */
export interface Area {
  readonly imports: readonly string[] | 'all'
  /** The npm packages of a place that runs in a browser too, which must not need Node. */
  readonly packages?: readonly string[]
  /** The floors inside a folder, lowest first. Each name may import what the floors below it hold. */
  readonly floors?: readonly (readonly string[])[]
}

/** A path belongs to the longest name that it begins with, here and in the floors of a place. */
export const PLACES: Readonly<Record<string, Area>> = {
  review: {
    imports: [],
    packages: ['@sanity/client', 'js-sha256', 'safe-stable-stringify', 'zod'],
  },
  'schemas/data': {imports: ['review'], packages: []},
  policy: {
    imports: ['review', 'schemas/data'],
    packages: ['@sanity/client', 'eld', 'flesch-kincaid', 'syllable', 'zod'],
  },
  'policy/node': {imports: ['review']},
  schemas: {
    imports: ['schemas/data', 'review', 'policy'],
    packages: ['@sanity/icons', 'sanity', 'zod'],
  },
  model: {
    imports: ['schemas/data', 'review', 'policy', 'sanity.types.ts'],
    packages: ['@sanity/client', 'zod'],
  },
  render: {
    imports: ['schemas/data', 'review', 'policy', 'model'],
    packages: [
      '@portabletext/to-html',
      '@portabletext/toolkit',
      'ghtml',
      'github-slugger',
      'js-sha256',
      'minisearch',
      'schema-dts',
      'zod',
    ],
    floors: [['page'], ['components'], ['text'], ['channels']],
  },
  disk: {
    imports: [],
    floors: [['errno.ts', 'mark.ts'], ['durable.ts', 'trouble.ts'], ['exists.ts']],
  },
  'lake/browser': {imports: [], packages: []},
  lake: {
    imports: ['review', 'disk'],
    floors: [
      [
        'assets-folder.ts',
        'atomically.ts',
        'errors.ts',
        'map-objects.ts',
        'nesting.ts',
        'origins.ts',
        'plain-page.ts',
        'private-file.ts',
        'problem.ts',
      ],
      ['private-database.ts'],
      ['body.ts', 'bounds.ts', 'store', 'assets', 'feedback'],
      ['groq'],
      ['access'],
      ['query'],
      ['call.ts'],
      // These files of lower floors answer requests, so they need to know what a call is.
      ['access/login.ts', 'access/people.ts', 'assets/response.ts', 'write', 'listen'],
      ['history'],
      ['http'],
      ['lake.ts'],
      ['client.ts', 'dataset', 'verify'],
      ['index.ts'],
    ],
  },
  pipeline: {
    imports: [
      'schemas/data',
      'review',
      'policy',
      'model',
      'render',
      'disk',
      'lake',
      'package.json',
    ],
    floors: [
      ['counted.ts', 'digest.ts', 'failure.ts', 'json-text.ts', 'progress.ts', 'threads.ts'],
      ['source'],
      ['lapsed'],
      ['memory'],
      ['steps'],
      ['release'],
      ['store'],
      ['approved'],
      ['gate'],
      ['editorial'],
      ['render'],
      ['export'],
      ['survey'],
    ],
  },
  studio: {
    imports: ['schemas', 'schemas/data', 'review', 'policy', 'model', 'render'],
    packages: [
      '@citation-js/core',
      '@citation-js/plugin-bibtex',
      '@citation-js/plugin-ris',
      '@fontsource-variable/atkinson-hyperlegible-next',
      '@portabletext/editor',
      '@portabletext/html',
      '@portabletext/plugin-table',
      '@portabletext/toolkit',
      '@sanity/client',
      '@sanity/icons',
      '@sanity/ui',
      'dataloader',
      'diff',
      'react',
      'react-rx',
      'rxjs',
      'sanity',
      'zod',
    ],
  },
  scripts: {
    imports: [
      'schemas',
      'schemas/data',
      'review',
      'policy',
      'model',
      'render',
      'lake',
      'pipeline',
      'package.json',
    ],
  },
  content: {imports: []},
  exports: {imports: []},
  docs: {imports: 'all'},
  bench: {imports: 'all'},
  tests: {imports: 'all'},
  'sanity.config.ts': {
    imports: ['schemas', 'studio', 'lake/browser'],
    packages: ['@sanity/icons', 'sanity'],
  },
  'sanity.cli.ts': {imports: []},
  'sanity.types.ts': {imports: [], packages: []},
  'package.json': {imports: []},
  'oxlint.config.ts': {imports: []},
  'vitest.config.ts': {imports: []},
}
