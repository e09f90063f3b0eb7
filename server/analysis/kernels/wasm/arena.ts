/** The part of a `WebAssembly.Memory` that is needed here. */
export interface GrowingMemory {
  readonly buffer: ArrayBufferLike
  grow(pages: number): number
}

const PAGE = 65536
/** The first page belongs to the module. */
const START = PAGE
const ALIGNMENT = 64

/** Memory that is given out from its beginning on. */
interface Stretch {
  top: number
  readonly end: number
}

/** Memory of kernels, given out in a row and taken back as a stack. */
export class Arena {
  #memory: GrowingMemory
  /** All but what is lent. */
  readonly #main: Stretch
  /** What is lent, and given out first. */
  #lent: readonly Stretch[] = []
  /** The memory as it was called so far: when it grows, what stands for all of it is another object. */
  #buffers = new WeakSet<ArrayBufferLike>()

  /** `limit`: most bytes, at most the 4 GiB that 32 bits can address. */
  constructor(memory: GrowingMemory, limit: number) {
    this.#memory = memory
    this.#main = { top: START, end: Math.min(limit, 2 ** 32) }
  }

  get top(): number {
    return this.#main.top
  }

  /** Does work, then takes back what it asked for. */
  scope<T>(work: () => T): T {
    const stretches = [this.#main, ...this.#lent]
    const tops = stretches.map(({ top }) => top)
    try {
      return work()
    } finally {
      stretches.forEach((stretch, i) => (stretch.top = tops[i]))
    }
  }

  /** Does work that may use the room of some values of this memory. */
  lend<T>(values: readonly ArrayBufferView[], work: () => T): T {
    const before = this.#lent
    const lent = values.map(({ byteOffset, byteLength }) => ({
      top: aligned(byteOffset),
      end: byteOffset + byteLength,
    }))
    this.#lent = [...before, ...lent]
    try {
      return this.scope(work)
    } finally {
      this.#lent = before
    }
  }

  /** Whether values lie in this memory. */
  holds({ buffer }: ArrayBufferView): boolean {
    return this.#buffers.has(buffer)
  }

  /** Takes back all but the first `length` of what was given out last. */
  shrink(last: Int32Array, length: number): void {
    const top = aligned(last.byteOffset + last.byteLength)
    const stretch = [this.#main, ...this.#lent].find((one) => one.top === top)!
    stretch.top = aligned(last.byteOffset + 4 * length)
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

  bareInt16(length: number): Int16Array {
    const at = this.#take(length * 2)
    return new Int16Array(this.#memory.buffer, at, length)
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
    const stretch = this.#lent.find(({ top, end }) => aligned(top + bytes) <= end) ?? this.#main
    const at = stretch.top
    const end = aligned(at + bytes)
    if (end > stretch.end)
      throw new RangeError(`array buffer allocation failed: ${end} bytes of at most ${stretch.end}`)
    const size = this.#memory.buffer.byteLength
    if (end > size) this.#memory.grow(Math.ceil((end - size) / PAGE))
    stretch.top = end
    this.#buffers.add(this.#memory.buffer)
    return at
  }
}

function aligned(place: number): number {
  return Math.ceil(place / ALIGNMENT) * ALIGNMENT
}
