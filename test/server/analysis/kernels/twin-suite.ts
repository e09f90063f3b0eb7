import { describe, expect, it } from 'vitest'
import type { Kernels } from '../../../../server/analysis/kernels/kernels.ts'
import { plainKernels } from '../../../../server/analysis/kernels/plain/plain-kernels.ts'
import type { startKernels as Start } from '../../../../server/engine/local/kernel-threads.ts'

// Threads run compiled files.
const built = new URL('../../../../dist/server/engine/local/kernel-threads.js', import.meta.url).href
export const { startKernels } = (await import(built)) as { startKernels: typeof Start }

/** Kernels, each called once: what it wrote and returned. */
export type Runs = Record<string, (kernels: Kernels) => unknown[]>

/** Tests that compiled kernels give what their twins in TypeScript give, bit for bit, on one thread and on three. */
export function twinSuite(runs: Runs): void {
  const others = { 'one thread': startKernels(1), 'three threads': startKernels(3) }
  describe.each(Object.entries(others))('%s of WebAssembly', (_, kernels) => {
    it.each(Object.entries(runs))('%s as the twin does, bit for bit', (_, run) => {
      const expected = plainKernels.scope(() => bits(run(plainKernels)))
      expect(kernels.scope(() => bits(run(kernels)))).toEqual(expected)
    })
  })
}

/** Bits, since equality of numbers lets −0 pass for 0. */
function bits(values: unknown[]): unknown[] {
  return values.map((value) =>
    ArrayBuffer.isView(value)
      ? Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64')
      : value,
  )
}
