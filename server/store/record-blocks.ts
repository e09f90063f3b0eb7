import { createReadStream } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'

/**
 * Where blocks of a file of records begin: JSON Lines that each start with their key (`{"id":"…"`), sorted by key (code point), no key
 * twice.
 */
export interface Blocks {
  /** Block → key of its first record. */
  keys: string[]
  /** Block → byte at which it begins; one more than there are blocks, the last being the file's size. */
  starts: number[]
}

/** Bytes from which on the next record begins a new block: a lookup reads one block, and the list of them is held in memory. */
const BLOCK_BYTES = 16_384

/** Name of the file beside a file of records that says where its blocks begin. */
export const blocksFile = (records: string): string => `${records}.blocks`

/** Looks through a file of records and writes where its blocks begin. It can be made again at any time. */
export async function writeBlocks(records: string): Promise<void> {
  const blocks: Blocks = { keys: [], starts: [] }
  /** The beginning of a record that is the first of its block; null between such records. */
  let head: Buffer[] | null = []
  let begin = 0
  let at = 0
  const take = (): void => {
    if (head === null || head.length === 0) return
    blocks.keys.push(keyOf(Buffer.concat(head).toString('utf8')))
    blocks.starts.push(begin)
    head = null
  }
  for await (const chunk of createReadStream(records, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    let from = 0
    while (from < chunk.length) {
      // Within a block nothing is read: on to the first line end behind it.
      const skip = head === null ? Math.max(from, begin + BLOCK_BYTES - at) : from
      const end = skip < chunk.length ? chunk.indexOf(LINE_END, skip) : -1
      if (head !== null) head.push(chunk.subarray(from, end < 0 ? chunk.length : end))
      if (end < 0) break
      take()
      from = end + 1
      if (at + from - begin >= BLOCK_BYTES) {
        begin = at + from
        head = []
      }
    }
    at += chunk.length
  }
  take()
  blocks.starts.push(at)
  const draft = `${blocksFile(records)}.part`
  await writeFile(draft, JSON.stringify(blocks))
  await rename(draft, blocksFile(records))
}

const LINE_END = 10

/** The key of a record: the value of its first field. */
export function keyOf(line: string): string {
  return Object.values(JSON.parse(line) as Record<string, string>)[0]
}
