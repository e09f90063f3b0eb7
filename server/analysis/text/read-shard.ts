import type { Vocabulary } from '../../../shared/vocabulary.ts'
import type { Task } from '../tasks/task.ts'
import { ShardReader } from './shard-reader.ts'
import type { TokenShard } from './token-shard.ts'

/** Some papers of a collection, to be read. */
export interface TextShard {
  titles: readonly string[]
  /** As many; null for none. */
  abstracts: readonly (string | null)[]
  vocabulary: Vocabulary | undefined
}

/** Reads the papers of a shard into tokens: title first, then abstract, with a break between. */
export const readShard: Task<TextShard, TokenShard> = {
  name: 'readShard',
  run({ titles, abstracts, vocabulary }) {
    const reader = new ShardReader(vocabulary)
    titles.forEach((title, i) => reader.read(title, abstracts[i]))
    return reader.finish()
  },
}
