import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'

const LINE_END = 10

/** Byte at which each of so many lines of a file begins, and behind them all its size. Throws where it has not so many. */
export async function findLineStarts(path: string, lines: number): Promise<Float64Array> {
  const starts = new Float64Array(lines + 1)
  let found = 0
  let at = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    for (let from = chunk.indexOf(LINE_END); from >= 0; from = chunk.indexOf(LINE_END, from + 1)) {
      if (++found <= lines) starts[found] = at + from + 1
    }
    at += chunk.length
  }
  const { size } = await stat(path)
  if (found !== lines || starts[lines] !== size) throw new Error(`${found} records instead of ${lines}: ${path}`)
  return starts
}
