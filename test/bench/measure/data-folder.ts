import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Csr } from '../../../server/analysis/matrix/csr.ts'

/** What stages hand on to each other and to the peer: numbers as they lie in memory, one file each, `NAME.bin`. */
export class DataFolder {
  readonly path: string

  constructor(path: string) {
    this.path = path
  }

  has(name: string): boolean {
    return existsSync(this.#file(name))
  }

  save(name: string, { buffer, byteOffset, byteLength }: Int32Array | Int16Array | Float32Array): void {
    writeFileSync(this.#file(name), new Uint8Array(buffer, byteOffset, byteLength))
  }

  int32(name: string): Int32Array<ArrayBuffer> {
    return new Int32Array(this.#read(name))
  }

  int16(name: string): Int16Array<ArrayBuffer> {
    return new Int16Array(this.#read(name))
  }

  float32(name: string): Float32Array<ArrayBuffer> {
    return new Float32Array(this.#read(name))
  }

  /** Saves a matrix as NAME.shape (rows, columns), NAME.starts, NAME.indices and NAME.values. */
  saveMatrix(name: string, { rows, columns, starts, indices, values }: Csr): void {
    this.save(`${name}.shape`, Int32Array.of(rows, columns))
    this.save(`${name}.starts`, starts)
    this.save(`${name}.indices`, indices)
    this.save(`${name}.values`, values)
  }

  matrix(name: string): Csr {
    const [rows, columns] = this.int32(`${name}.shape`)
    return {
      rows,
      columns,
      starts: this.int32(`${name}.starts`),
      indices: this.int32(`${name}.indices`),
      values: this.float32(`${name}.values`),
    }
  }

  #file(name: string): string {
    return join(this.path, `${name}.bin`)
  }

  #read(name: string): ArrayBuffer {
    const { buffer, byteOffset, byteLength } = readFileSync(this.#file(name))
    // Small files share a buffer, whose offset need not be a multiple of four.
    return byteOffset === 0 && byteLength === buffer.byteLength
      ? buffer
      : buffer.slice(byteOffset, byteOffset + byteLength)
  }
}
