// The module of a thread that helps to judge articles.

import {help} from '../threads.ts'
import {judgeArticles} from './articles.ts'

await help(judgeArticles)
