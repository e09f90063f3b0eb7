import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { paperLine, type Paper } from '../../../shared/paper.ts'

/** Papers of one file: an import takes files up to 1 GB. */
const PER_FILE = 250_000
const PER_CHUNK = 200

/**
 * Writes papers as JSON Lines, packed, as `papers-1.jsonl.gz`, `papers-2.jsonl.gz` … into a folder; a few papers are in memory at a time.
 * Returns the files' paths and the bytes before packing.
 */
export async function writePapers(
  papers: Iterable<Paper>,
  folder: string,
): Promise<{ files: string[]; papers: number; bytes: number }> {
  const all = papers[Symbol.iterator]()
  const files: string[] = []
  let [count, bytes] = [0, 0]
  let next = all.next()
  while (next.done !== true) {
    const file = join(folder, `papers-${files.length + 1}.jsonl.gz`)
    await pipeline(Readable.from(chunks()), createGzip({ level: 6 }), createWriteStream(file))
    files.push(file)
  }
  return { files, papers: count, bytes }

  function* chunks(): Generator<Buffer> {
    const end = count + PER_FILE
    while (next.done !== true && count < end) {
      let lines = ''
      for (let i = 0; i < PER_CHUNK && next.done !== true && count < end; i++) {
        lines += `${paperLine(next.value)}\n`
        count++
        next = all.next()
      }
      const chunk = Buffer.from(lines)
      bytes += chunk.length
      yield chunk
    }
  }
}
