/** The part of a `WebAssembly.Memory` that is needed here. */
export interface GrowingMemory {
  readonly buffer: ArrayBufferLike
  grow(pages: number): number
}

const PAGE = 65536
/** The first page belongs to the module. */
const START = PAGE
const ALIGNMENT = 64

/** Memory of kernels, given out in a row and taken back as a stack. */
export class Arena {
  #top = START
  #memory: GrowingMemory
  #limit: number
  /** The memory as it was called so far: when it grows, what stands for all of it is another object. */
  #buffers = new WeakSet<ArrayBufferLike>()

  /** `limit`: most bytes, at most the 4 GiB that 32 bits can address. */
  constructor(memory: GrowingMemory, limit: number) {
    this.#memory = memory
    this.#limit = Math.min(limit, 2 ** 32)
  }

  get top(): number {
    return this.#top
  }

  /** Whether values lie in this memory. */
  holds({ buffer }: ArrayBufferView): boolean {
    return this.#buffers.has(buffer)
  }

  /** Takes everything back that was given out since `top` was this. */
  release(top: number): void {
    this.#top = top
  }

  /** Takes back all but the first `length` of what was given out last. */
  shrink(last: Int32Array, length: number): void {
    this.#top = aligned(last.byteOffset + 4 * length)
  }

  float32(length: number): Float32Array {
    const at = this.#take(length * 4)
    return new Float32Array(this.#memory.buffer, at, length).fill(0)
  }

  /** Not zeros, but whatever stood there: for what is written before it is read. */
  bareFloat32(length: number): Float32Array {
    const at = this.#take(length * 4)
    return new Float32Array(this.#memory.buffer, at, length)
  }

  bareInt32(length: number): Int32Array {
    const at = this.#take(length * 4)
    return new Int32Array(this.#memory.buffer, at, length)
  }

  int16(length: number): Int16Array {
    const at = this.#take(length * 2)
    return new Int16Array(this.#memory.buffer, at, length).fill(0)
  }

  float64(length: number): Float64Array {
    const at = this.#take(length * 8)
    return new Float64Array(this.#memory.buffer, at, length).fill(0)
  }

  int32(length: number): Int32Array {
    const at = this.#take(length * 4)
    return new Int32Array(this.#memory.buffer, at, length).fill(0)
  }

  bareBytes(length: number): Uint8Array {
    const at = this.#take(length)
    return new Uint8Array(this.#memory.buffer, at, length)
  }

  bytes(length: number): Uint8Array {
    const at = this.#take(length)
    return new Uint8Array(this.#memory.buffer, at, length).fill(0)
  }

  /** Throws a RangeError where the limit would be passed. */
  #take(bytes: number): number {
    const at = this.#top
    const end = aligned(at + bytes)
    const size = this.#memory.buffer.byteLength
    if (end > this.#limit)
      throw new RangeError(`array buffer allocation failed: ${end} bytes of at most ${this.#limit}`)
    if (end > size) this.#memory.grow(Math.ceil((end - size) / PAGE))
    this.#top = end
    this.#buffers.add(this.#memory.buffer)
    return at
  }
}

function aligned(at: number): number {
  return Math.ceil(at / ALIGNMENT) * ALIGNMENT
}
