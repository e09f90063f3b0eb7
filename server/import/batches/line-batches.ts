import { TidemapError } from '../../../shared/error.ts'
import { LIMITS, readableBytes } from '../limits.ts'

/** Some whole lines of a text. */
export interface LineBatch {
  text: string
  /** Number of the first of them, from 1. */
  line: number
}

/** A text in batches of whole lines, as large as its pieces are; throws `too-large` for a line beyond the limit. */
export async function* lineBatches(text: AsyncIterable<string>): AsyncGenerator<LineBatch> {
  let line = 1
  let open = ''
  for await (const piece of text) {
    const end = piece.lastIndexOf('\n') + 1
    if (end > 0) {
      const whole = open + piece.slice(0, end)
      yield { text: whole, line }
      for (let at = whole.indexOf('\n'); at >= 0; at = whole.indexOf('\n', at + 1)) line++
      open = ''
    }
    open += piece.slice(end)
    if (open.length > LIMITS.lineLength) {
      throw new TidemapError('too-large', `line longer than ${readableBytes(LIMITS.lineLength)}`, { line })
    }
  }
  if (open !== '') yield { text: open, line }
}

/** Calls back with every line of a batch, without its line end, and its number. */
export function forEachLineOf({ text, line }: LineBatch, take: (line: string, number: number) => void): void {
  let number = line
  for (let start = 0; start < text.length; number++) {
    const end = text.indexOf('\n', start)
    take(text.slice(start, end < 0 ? text.length : end), number)
    start = end < 0 ? text.length : end + 1
  }
}
