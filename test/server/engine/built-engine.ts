import type { Engine } from '../../../server/engine/engine.ts'
import { prepare } from '../../../server/bin/prepare.mjs'
import { createLocalEngine } from '../../../server/engine/local/local-engine.ts'

const BUILT = new URL('../../../dist/server/engine/local/kernel.js', import.meta.url)
const WITHOUT_MEMORY = new URL('kernel-without-memory.mjs', import.meta.url)
const STAND_IN = new URL('stand-in-kernel.mjs', import.meta.url)

// A kernel is a process of its own, so it cannot run from the sources.
await prepare({ parts: ['server'] })

/** The local engine over the built kernel. */
export function builtEngine(): Engine {
  return engineWith(BUILT)
}

/** The same where no memory for WebAssembly is to be had. */
export function engineWithoutMemory(): Engine {
  return engineWith(WITHOUT_MEMORY)
}

/** The local engine over a kernel that crashes, hangs, throws or swallows memory when its first paper's title says so. */
export function standInEngine(): Engine {
  return engineWith(STAND_IN)
}

function engineWith(entry: URL): Engine {
  return createLocalEngine({ version: '0.0.0', heapMb: 200, entry })
}
