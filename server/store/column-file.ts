import { open, rename, writeFile, type FileHandle } from 'node:fs/promises'
import { endianness } from 'node:os'

const TYPES = { int32: Int32Array, float64: Float64Array } as const
type Column = Int32Array | Float64Array

interface Head {
  /** Column → its type, its first byte and its length. */
  columns: Record<string, { type: keyof typeof TYPES; at: number; length: number }>
}

/** Bytes before the columns; the head is a line of JSON in them. */
const HEAD_BYTES = 2048

/** Writes columns of numbers, one value a paper, so that the file is whole or not there. */
export async function writeColumns(path: string, columns: Readonly<Record<string, Column>>): Promise<void> {
  const head: Head = { columns: {} }
  const parts: Uint8Array[] = []
  let at = HEAD_BYTES
  for (const [name, column] of Object.entries(columns)) {
    const type = column instanceof Int32Array ? 'int32' : 'float64'
    head.columns[name] = { type, at, length: column.length }
    const size = Math.ceil(column.byteLength / 8) * 8
    parts.push(
      new Uint8Array(column.buffer, column.byteOffset, column.byteLength),
      new Uint8Array(size - column.byteLength),
    )
    at += size
  }
  const text = `${JSON.stringify(head)}\n`
  if (endianness() !== 'LE' || text.length > HEAD_BYTES) throw new Error(`columns cannot be written: ${path}`)
  const draft = `${path}.part`
  await writeFile(draft, [Buffer.from(text.padEnd(HEAD_BYTES)), ...parts])
  await rename(draft, path)
}

/** Columns of numbers in a file that never changes; each is read when it is first asked for, and held then. */
export class ColumnFile {
  readonly #path: string
  readonly #head: Head
  readonly #columns = new Map<string, Promise<Column>>()

  private constructor(path: string, head: Head) {
    this.#path = path
    this.#head = head
  }

  /** The columns of a file; null where it is not there (yet). */
  static async open(path: string): Promise<ColumnFile | null> {
    try {
      const bytes = await readPart(path, 0, HEAD_BYTES)
      return new ColumnFile(path, JSON.parse(bytes.toString('utf8')) as Head)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
      throw error
    }
  }

  /** A column of whole numbers. Throws where the file has none of that name. */
  async int32(name: string): Promise<Int32Array> {
    return (await this.#column(name, 'int32')) as Int32Array
  }

  async float64(name: string): Promise<Float64Array> {
    return (await this.#column(name, 'float64')) as Float64Array
  }

  #column(name: string, type: keyof typeof TYPES): Promise<Column> {
    const place = this.#head.columns[name]
    if (place?.type !== type) throw new Error(`unknown column: ${name}`)
    const known = this.#columns.get(name)
    if (known !== undefined) return known
    const { at, length } = place
    const reading = readPart(this.#path, at, length * TYPES[type].BYTES_PER_ELEMENT).then(
      ({ buffer, byteOffset }) => new TYPES[type](buffer, byteOffset, length),
    )
    this.#columns.set(name, reading)
    reading.catch(() => this.#columns.delete(name))
    return reading
  }
}

async function readPart(path: string, from: number, length: number): Promise<Buffer<ArrayBuffer>> {
  const handle = await open(path, 'r')
  try {
    return await readFully(handle, from, length)
  } finally {
    await handle.close()
  }
}

/** Bytes of an open file, in a buffer of their own. Throws where it ends before. */
export async function readFully(handle: FileHandle, from: number, length: number): Promise<Buffer<ArrayBuffer>> {
  const bytes = Buffer.allocUnsafeSlow(length)
  for (let at = 0; at < length;) {
    const { bytesRead } = await handle.read(bytes, at, length - at, from + at)
    if (bytesRead === 0) throw new Error(`file cut short: ${length - at} bytes are missing`)
    at += bytesRead
  }
  return bytes
}
