// Stands in for the package `eld` in Node, and loads it at the first text whose language has to be told. That takes
// most of a second, and most commands never need it. In browsers, `#eld` in package.json is the package itself.

import {createRequire} from 'node:module'
import {fileURLToPath} from 'node:url'
import type {eld as Package} from 'eld/small'
import {once} from '../../review/once.ts'

const loaded = once(() => {
  // `require` is the way to load a module at once. This package has no name for it, so it gets the path.
  const path = fileURLToPath(import.meta.resolve('eld/small'))
  const module: {readonly eld: typeof Package} = createRequire(import.meta.url)(path)
  return module.eld
})

export const eld: Pick<typeof Package, 'detect'> = {detect: (text) => loaded().detect(text)}
