// The module of a thread that helps to render pages.

import {help} from '../threads.ts'
import {renderShare} from './share.ts'

await help(renderShare)
