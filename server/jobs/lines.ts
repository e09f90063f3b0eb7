import { createReadStream, openSync, writeSync, closeSync } from 'node:fs'

const CHUNK_CHARACTERS = 1 << 20

/** Values of a JSON Lines file of our own, in order. Splits at LF only: JSON may hold U+2028. */
export async function* readLines<T>(file: string): AsyncGenerator<T> {
  let rest = ''
  const stream = createReadStream(file, { encoding: 'utf8', highWaterMark: CHUNK_CHARACTERS })
  for await (const chunk of stream as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line !== '') yield JSON.parse(line) as T
  }
  if (rest !== '') yield JSON.parse(rest) as T
}

/** Writes values as JSON Lines; synchronous, so only for a child process. */
export function writeLines(file: string, values: Iterable<unknown>): void {
  const handle = openSync(file, 'w')
  try {
    let text = ''
    for (const value of values) {
      text += `${JSON.stringify(value)}\n`
      if (text.length >= CHUNK_CHARACTERS) {
        writeAll(handle, text)
        text = ''
      }
    }
    writeAll(handle, text)
  } finally {
    closeSync(handle)
  }
}

function writeAll(handle: number, text: string): void {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at)
}
