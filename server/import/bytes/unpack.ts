import { Readable, type TransformOptions } from 'node:stream'
import { createGunzip, type ZlibOptions } from 'node:zlib'
import { TidemapError } from '../../../shared/error.ts'
import { LIMITS, readableBytes } from '../limits.ts'

/** Bytes as a file, an upload or a paste gives them. */
export type Bytes = AsyncIterable<Uint8Array>

/** Bytes that are unpacked at a time. */
const PIECE = 1 << 18
/** Pieces that may wait: they are unpacked beside the thread that reads them, which is now the quicker one and now the slower. */
const AHEAD = 4
/** Options of streams reach the one that unpacks, though its types do not know them. */
const UNPACKING: ZlibOptions & TransformOptions = { chunkSize: PIECE, highWaterMark: AHEAD * PIECE }

const isGzip = (bytes: Uint8Array): boolean => bytes.length >= 2 && bytes[0] === 0x1f && bytes[1] === 0x8b

/**
 * Bytes without their gzip layer, if there is one (known by its first two bytes, never by its name).
 * Throws `too-large` beyond the limits, `unprocessable` for damaged gzip, `unsupported-format` for gzip inside gzip.
 */
export async function* unpack(bytes: Bytes): AsyncGenerator<Uint8Array> {
  const counted = countPacked(bytes)
  const { head, rest } = await peek(counted, 2)
  if (!isGzip(head)) {
    yield* rest
    return
  }
  yield* gunzip(rest)
}

async function* gunzip(packed: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = Readable.from(packed, { objectMode: false })
  const unzip = createGunzip(UNPACKING)
  source.on('error', (error) => unzip.destroy(error))
  source.pipe(unzip)
  let out = 0
  let first = true
  try {
    for await (const chunk of unzip as AsyncIterable<Uint8Array>) {
      if (first && isGzip(chunk)) {
        throw new TidemapError('unsupported-format', 'gzip inside gzip', {
          hint: 'unpack the file once, then import it',
        })
      }
      first = false
      out += chunk.length
      if (out > LIMITS.unpackedBytes) throw tooLarge(`unpacks to more than ${readableBytes(LIMITS.unpackedBytes)}`)
      if (out > LIMITS.ratioFromBytes && out > LIMITS.ratio * unzip.bytesWritten) {
        throw tooLarge(`unpacks to more than ${LIMITS.ratio} times its size`)
      }
      yield chunk
    }
  } catch (error) {
    if (error instanceof TidemapError || !isZlibError(error)) throw error
    throw new TidemapError('unprocessable', `damaged gzip: ${error.message}`, {
      hint: 'the file was cut short or changed on its way; fetch it again',
      cause: error,
    })
  } finally {
    source.destroy()
    unzip.destroy()
  }
}

const isZlibError = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')

const tooLarge = (what: string): TidemapError =>
  new TidemapError('too-large', `file ${what}`, { hint: 'split the file and import its parts' })

async function* countPacked(bytes: Bytes): AsyncGenerator<Uint8Array> {
  let count = 0
  for await (const chunk of bytes) {
    count += chunk.length
    if (count > LIMITS.packedBytes) throw tooLarge(`is larger than ${readableBytes(LIMITS.packedBytes)}`)
    if (chunk.length > 0) yield chunk
  }
}

/** The first bytes (at least `length` unless there are fewer), and all bytes again from the start. */
export async function peek(
  bytes: AsyncIterable<Uint8Array>,
  length: number,
): Promise<{ head: Uint8Array; rest: AsyncGenerator<Uint8Array> }> {
  const iterator = bytes[Symbol.asyncIterator]()
  const chunks: Uint8Array[] = []
  let count = 0
  while (count < length) {
    const next = await iterator.next()
    if (next.done) break
    chunks.push(next.value)
    count += next.value.length
  }
  const head = chunks.length === 1 ? chunks[0] : concat(chunks, count)
  async function* rest(): AsyncGenerator<Uint8Array> {
    try {
      if (head.length > 0) yield head
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
    } finally {
      await iterator.return?.()
    }
  }
  return { head, rest: rest() }
}

function concat(chunks: Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}
