// Judges the approved content of a staged release: what one thread does.
import type {StoredDocument} from '../../review/revision.ts'
import {ApprovedReader, documentsBesideArticles, type Place} from '../approved.ts'
import type {Facts} from '../policyContext.ts'
import type {Share} from '../threads.ts'
import {editorialFindings, type Judgement} from './findings.ts'

/** What a thread needs to know, all of it plain data. */
interface Judging {
  /** The folder of the staged release. */
  readonly dir: string
  readonly facts: Facts
  /** Where the articles are. */
  readonly articles: readonly Place[]
}

/** Judges articles, and in one of the threads everything else. */
export const judgeShare = (judging: Judging, share: Share): Promise<Judgement> =>
  editorialFindings(
    documentsFor(judging, share),
    judging.facts,
    ({_type}) => share.isFirst || _type === 'article',
  )

async function* documentsFor(
  {dir, articles}: Judging,
  {take}: Share,
): AsyncGenerator<StoredDocument> {
  yield* documentsBesideArticles(dir)
  using reader = new ApprovedReader(dir)
  for await (const place of take(articles)) yield reader.read(place)
}
