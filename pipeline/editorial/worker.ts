// A thread that helps to judge.
import {help} from '../threads.ts'
import {judgeShare} from './share.ts'

await help(judgeShare)
