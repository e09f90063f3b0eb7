import type { Kernels } from '../../analysis/kernels/kernels.ts'
import type { Shelf } from '../../analysis/kernels/wasm/shelf.ts'
import type { TokenRows } from '../../analysis/text/token-kernels.ts'

/** Puts the tokens on a shelf and empties the arrays that had them, so that nothing holds the memory of their kernels. The function, called once, brings them into that of others. */
export function putTokens(shelf: Shelf, tokens: TokenRows): (kernels: Kernels) => void {
  const { starts, abstractStarts, forms, flags } = tokens
  const takeBack = shelf.put([starts, abstractStarts, forms, flags].map(bytesOf))
  const [papers, count] = [abstractStarts.length, forms.length]
  Object.assign(
    tokens,
    rowsOf(
      (length) => new Int32Array(length),
      (length) => new Uint8Array(length),
      0,
      0,
    ),
  )
  return (kernels) => {
    const rows = rowsOf(
      (length) => kernels.bareInt32(length),
      (length) => kernels.bareBytes(length),
      papers,
      count,
    )
    takeBack([rows.starts, rows.abstractStarts, rows.forms, rows.flags].map(bytesOf))
    Object.assign(tokens, rows)
  }
}

function rowsOf(
  int32: (length: number) => Int32Array,
  bytes: (length: number) => Uint8Array,
  papers: number,
  tokens: number,
): Omit<TokenRows, 'n'> {
  return { starts: int32(papers + 1), abstractStarts: int32(papers), forms: int32(tokens), flags: bytes(tokens) }
}

function bytesOf({ buffer, byteOffset, byteLength }: Int32Array | Uint8Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength)
}
