// A thread that helps to render.

import {help} from '../threads.ts'
import {renderShare} from './share.ts'

await help(renderShare)
