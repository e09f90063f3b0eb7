import { type DescribedWords, describeWords, joinDescribed } from './described-words.ts'
import type { TokenKernels } from './token-kernels.ts'
import type { TokenShard } from './token-shard.ts'

/** The words of all shards, each once, in the order in which they are met. */
export interface WordsOfShards {
  described: DescribedWords
  /** Shard → its word, as its forms have it, → its number. */
  numbers: Int32Array[]
}

/** Joins the words of shards, and looks at what is new, while others may still be read. To be used within a scope of the kernels. */
export class JoinedWords {
  readonly #joiner
  readonly #described: DescribedWords[] = []
  #count = 0
  /** Shard → its word → its number; or its reader, which has numbers of its own. */
  readonly #shards: (Int32Array | number)[] = []
  /** Reader → its word → its number. */
  readonly #ofReaders = new Map<number, Int32Array>()

  constructor(kernels: Pick<TokenKernels, 'wordJoiner'>) {
    this.#joiner = kernels.wordJoiner()
  }

  /** Takes in the next shard; those of a reader must come in the order in which it read them. */
  add(shard: TokenShard): void {
    const numbers = this.#joiner.add(shard)
    const more = this.#joiner.words(this.#count)
    this.#count += more.starts.length - 1
    this.#described.push(describeWords(more))
    if (shard.known === undefined) this.#shards.push(numbers)
    else {
      this.#shards.push(shard.known.reader)
      this.#note(shard.known, numbers)
    }
  }

  /** Of the shards that were taken in. */
  words(): WordsOfShards {
    return {
      described: joinDescribed(this.#described),
      numbers: this.#shards.map((own) => (typeof own === 'number' ? this.#ofReaders.get(own)! : own)),
    }
  }

  #note({ reader, ids }: { reader: number; ids: Int32Array }, numbers: Int32Array): void {
    const most = ids.reduce((most, id) => Math.max(most, id + 1), 0)
    let own = this.#ofReaders.get(reader) ?? new Int32Array(0)
    if (most > own.length) {
      const larger = new Int32Array(Math.max(most, 2 * own.length))
      larger.set(own)
      own = larger
    }
    this.#ofReaders.set(reader, own)
    for (let i = 0; i < ids.length; i++) own[ids[i]] = numbers[i]
  }
}
