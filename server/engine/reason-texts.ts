import { REASONS, SHARE_UNITS } from '../analysis/paper-reasons.ts'
import type { ReasonColumns } from '../analysis/assignment-list.ts'
import { ByteText, TextPool } from './text-pool.ts'

const [OPEN, CLOSE, COMMA, BRACE] = Buffer.from('[],}')
/** Bytes that stand together; only a list that begins near their end makes them grow. */
const PIECE = 1 << 20
const NEAR_END = 1 << 12

/** The list of `Reason` of each paper as JSON in UTF-8: what `JSON.stringify` gives, but every term and share is written out once, not in thousands of lists. */
export function* reasonTexts({ names, columns, shares }: ReasonColumns): Generator<Uint8Array> {
  const terms = termPool(names, columns)
  const numbers = new TextPool(Array.from({ length: SHARE_UNITS + 1 }, (_, units) => String(units / SHARE_UNITS)))
  let text = new ByteText(Math.min(PIECE, columns.length * 40 + NEAR_END))
  for (let from = 0; from < columns.length; from += REASONS) {
    if (text.length > PIECE - NEAR_END) text = new ByteText(PIECE)
    const start = text.length
    text.appendByte(OPEN)
    for (let at = from; at < from + REASONS && columns[at] >= 0; at++) {
      if (at > from) text.appendByte(COMMA)
      text.append(terms.pool, terms.numberOf[columns[at]])
      text.append(numbers, shares[at])
      text.appendByte(BRACE)
    }
    text.appendByte(CLOSE)
    yield text.view(start, text.length)
  }
}

/** The terms that are a reason anywhere, as far as their share; column → number among them. */
function termPool(names: readonly string[], columns: Int32Array): { pool: TextPool; numberOf: Int32Array } {
  const numberOf = new Int32Array(names.length).fill(-1)
  const texts: string[] = []
  for (const column of columns) {
    if (column < 0 || numberOf[column] >= 0) continue
    numberOf[column] = texts.length
    texts.push(`{"term":${JSON.stringify(names[column])},"share":`)
  }
  return { pool: new TextPool(texts), numberOf }
}
