// The module that a thread runs to help render pages.

import {help} from '../threads.ts'
import {renderShare} from './share.ts'

await help(renderShare)
