import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { projectRoot } from '../../support/project.ts'

const compiled = pathToFileURL(join(projectRoot, 'dist/server/engine/local/peak-memory.js')).href

/** What a process says of itself that has held some bytes and let them go. */
function peakOfChild(bytes: number): number {
  const script = `import { peakMemory } from '${compiled}'; Buffer.alloc(${bytes}, 1); console.log(peakMemory())`
  return Number(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }))
}

it.skipIf(process.platform !== 'linux')('is of a process itself, not of the one that started it', () => {
  const large = Buffer.alloc(300e6, 1)
  expect(process.memoryUsage.rss()).toBeGreaterThan(large.length)
  const small = peakOfChild(0)
  expect(small).toBeLessThan(large.length / 2)
  expect(peakOfChild(200e6)).toBeGreaterThan(small + 190e6)
})
