import type { TokenKernels } from './token-kernels.ts'
import type { TokenShard } from './token-shard.ts'
import type { WordList } from './word-list.ts'

/** The words of all shards, each once, in the order in which they are met; shard → its word, as its forms have it, → its number there. */
export function joinedWords(
  shards: readonly TokenShard[],
  kernels: Pick<TokenKernels, 'joinWords'>,
): { words: WordList; numbers: Int32Array[] } {
  const { words, numbers } = kernels.joinWords(shards)
  /** Reader → its word → its number. */
  const ofReaders = new Map<number, Int32Array>()
  shards.forEach(({ known }, shard) => {
    if (known === undefined) return
    const { reader, ids } = known
    const most = ids.reduce((most, id) => Math.max(most, id + 1), 0)
    let own = ofReaders.get(reader) ?? new Int32Array(0)
    if (most > own.length) {
      const larger = new Int32Array(Math.max(most, 2 * own.length))
      larger.set(own)
      ofReaders.set(reader, (own = larger))
    }
    for (let i = 0; i < ids.length; i++) own[ids[i]] = numbers[shard][i]
  })
  return {
    words,
    numbers: shards.map(({ known }, shard) => (known === undefined ? numbers[shard] : ofReaders.get(known.reader)!)),
  }
}
