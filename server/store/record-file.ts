import { readFile } from 'node:fs/promises'
import { compareCodePoints } from '../../shared/paper.ts'
import { LingeringFile, readBytes } from './lingering-file.ts'
import { blocksFile, keyOf, type Blocks } from './record-blocks.ts'

/**
 * A file of records by key (`record-blocks.ts` says how it looks), of which a few are read without a look at all the others: what a
 * database without an index cannot do.
 */
export class RecordFile {
  readonly #file: LingeringFile
  readonly #blocks: Blocks

  private constructor(path: string, blocks: Blocks) {
    this.#file = new LingeringFile(path)
    this.#blocks = blocks
  }

  /** Reads where the blocks of a file of records begin; null where that is not there. */
  static async open(path: string): Promise<RecordFile | null> {
    try {
      return new RecordFile(path, JSON.parse(await readFile(blocksFile(path), 'utf8')) as Blocks)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
      throw error
    }
  }

  /** The records of some keys, by key, without those that are not there; null where the file has gone. */
  find<T>(keys: Iterable<string>): Promise<Map<string, T> | null> {
    return this.#file.use((file) => this.#findIn<T>(file, keys))
  }

  /** The records of some numbers (`starts`: where each record of the file begins), in their order; null where the file has gone. */
  at<T>(starts: Float64Array, numbers: readonly number[]): Promise<T[] | null> {
    return this.#file.use((file) =>
      Promise.all(
        numbers.map(async (number) => {
          const bytes = await readBytes(file, starts[number], starts[number + 1] - starts[number])
          return JSON.parse(bytes.toString('utf8')) as T
        }),
      ),
    )
  }

  async #findIn<T>(file: number, keys: Iterable<string>): Promise<Map<string, T>> {
    const byBlock = new Map<number, Set<string>>()
    for (const key of keys) {
      const block = this.#blockOf(key)
      if (block >= 0) byBlock.set(block, (byBlock.get(block) ?? new Set()).add(key))
    }
    const found = await Promise.all([...byBlock].map(([block, wanted]) => this.#readBlock<T>(file, block, wanted)))
    return new Map(found.flat())
  }

  async #readBlock<T>(file: number, block: number, wanted: ReadonlySet<string>): Promise<[string, T][]> {
    const [begin, end] = [this.#blocks.starts[block], this.#blocks.starts[block + 1]]
    const bytes = await readBytes(file, begin, end - begin)
    const lines = bytes.toString('utf8').split('\n')
    const found: [string, T][] = []
    for (const line of lines) {
      if (found.length === wanted.size) break
      if (line === '') continue
      const key = quickKey(line) ?? keyOf(line)
      if (wanted.has(key)) found.push([key, JSON.parse(line) as T])
    }
    return found
  }

  /** The last block that does not begin behind a key; −1 where all do. */
  #blockOf(key: string): number {
    const { keys } = this.#blocks
    let low = 0
    let high = keys.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (compareCodePoints(keys[middle], key) <= 0) low = middle + 1
      else high = middle
    }
    return low - 1
  }
}

/** The key of a record where it stands there as it is, which most do; null where it is escaped. */
function quickKey(line: string): string | null {
  const begin = line.indexOf(':"') + 2
  const end = line.indexOf('"', begin)
  const key = line.slice(begin, end)
  return begin < 2 || end < 0 || key.includes('\\') ? null : key
}
