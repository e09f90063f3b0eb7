/** Memory that several instances and threads share. */
export interface WasmMemory {
  readonly buffer: SharedArrayBuffer
  grow(pages: number): number
}

/** Compiled code, which can be sent to another thread. */
export type WasmModule = object

interface WasmInstance {
  readonly exports: Record<string, unknown>
}

/** The part of the WebAssembly interface that is used here; Node has it, the types of Node do not. */
export const { WebAssembly } = globalThis as unknown as {
  WebAssembly: {
    Memory: new (options: { initial: number; maximum: number; shared: true }) => WasmMemory
    Module: new (bytes: Uint8Array) => WasmModule
    Instance: new (module: WasmModule, imports: { env: { memory: WasmMemory } }) => WasmInstance
  }
}

/** Built from `analysis/kernels/assembly`. */
export const KERNELS_FILE = new URL('../../analysis/kernels/kernels.wasm', import.meta.url)

/**
 * Memory of so many pages of 64 kB at first and at most; null where there is none. Its addresses are taken at once, gigabytes of them, so that a limit of these (`ulimit -v`) forbids it
 * on a machine with room enough.
 */
export function sharedMemory(initial: number, maximum: number): WasmMemory | null {
  try {
    return new WebAssembly.Memory({ initial, maximum, shared: true })
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
