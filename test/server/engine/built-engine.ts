import { existsSync } from 'node:fs'
import type { Engine } from '../../../server/engine/engine.ts'
import { createLocalEngine } from '../../../server/engine/local/local-engine.ts'

const BUILT = new URL('../../../dist/server/engine/local/kernel.js', import.meta.url)
const STAND_IN = new URL('stand-in-kernel.mjs', import.meta.url)

/** The local engine over the built kernel; a kernel is a process of its own, so it cannot run from the sources. */
export function builtEngine(): Engine {
  return engineWith(BUILT)
}

/** The local engine over a kernel that crashes, hangs, throws or swallows memory when its first paper's title says so. */
export function standInEngine(): Engine {
  return engineWith(STAND_IN)
}

function engineWith(entry: URL): Engine {
  if (!existsSync(BUILT)) throw new Error('nothing is built: run `npm run build` first')
  return createLocalEngine({ version: '0.0.0', heapMb: 200, entry })
}
