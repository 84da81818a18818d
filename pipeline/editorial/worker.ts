// A thread that helps to judge.

import {help} from '../threads.ts'
import {judgeArticles} from './articles.ts'

await help(judgeArticles)
