import { TidemapError } from '../../../shared/error.ts'
import { LIMITS, readableBytes } from '../limits.ts'

/** Calls back with every line and its 1-based number; throws `too-large` for a line beyond the limit. */
export async function forEachLine(
  text: AsyncIterable<string>,
  take: (line: string, number: number) => void,
): Promise<void> {
  let number = 0
  let open = ''
  for await (const chunk of text) {
    let start = 0
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', start)) {
      number++
      take(open + chunk.slice(start, end), number)
      open = ''
      start = end + 1
    }
    open += chunk.slice(start)
    if (open.length > LIMITS.lineLength) {
      throw new TidemapError('too-large', `line longer than ${readableBytes(LIMITS.lineLength)}`, { line: number + 1 })
    }
  }
  if (open !== '') take(open, number + 1)
}
