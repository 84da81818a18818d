// Lint rules. Which folder may import which is in scripts/floors/table.ts.

import {defineConfig} from 'oxlint'

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
  },
  ignorePatterns: ['sanity.types.ts', 'exports/**', 'dist/**', '.lake/**', '.bench/**'],
})
