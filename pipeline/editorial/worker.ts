// The module that a thread runs to help judge articles.

import {help} from '../threads.ts'
import {judgeArticles} from './articles.ts'

await help(judgeArticles)
