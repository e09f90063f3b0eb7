import type { Kernels } from '../../server/analysis/kernels/kernels.ts'
import type { startKernels as Start } from '../../server/engine/local/kernel-threads.ts'

// Threads and WebAssembly are those that were built.
const built = new URL('../../dist/server/engine/local/kernel-threads.js', import.meta.url).href
const { startKernels } = (await import(built)) as { startKernels: typeof Start }

/** Compiled kernels on one thread, for tests of what is made with them: several times quicker than their twins, and the same bits. */
export const builtKernels: Kernels = startKernels(1)
