import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { childEntry, runChild } from '../../../server/jobs/child.ts'
import { tempFolder } from '../../support/temp-folder.ts'

/** A child that does what its script says with `request`. */
function child(script: string): URL {
  const path = join(tempFolder(), 'child.mjs')
  writeFileSync(
    path,
    `process.on('disconnect', () => process.exit(1)); process.once('message', (request) => { ${script} })`,
  )
  return pathToFileURL(path)
}
const answer = (value: string): string => `process.send(${value}, () => process.exit(0))`
const limits = { what: 'reading papers', heapMb: 64, deadlineMs: 20_000 }

test('gives what the child answers, and its errors as ours', async () => {
  expect(await runChild(child(answer(`{ ok: true, value: request.n + 1 }`)), { n: 1 }, limits)).toBe(2)
  const refusal = answer(`{ ok: false, code: 'unprocessable', message: 'unknown date: x', line: 3 }`)
  await expect(runChild(child(refusal), {}, limits)).rejects.toMatchObject({
    code: 'unprocessable',
    message: 'unknown date: x',
    line: 3,
  })
})

test('ends a child that takes too long, or that no one waits for', async () => {
  const hang = child('for (;;);')
  await expect(runChild(hang, {}, { ...limits, deadlineMs: 300 })).rejects.toMatchObject({
    code: 'unprocessable',
    message: 'reading papers took longer than 0 seconds',
  })
  const controller = new AbortController()
  setTimeout(() => controller.abort(new Error('cancelled')), 200)
  await expect(runChild(hang, {}, { ...limits, signal: controller.signal })).rejects.toThrow('cancelled')
})

test('a child that breaks takes no one with it', async () => {
  await expect(runChild(child('process.exit(7)'), {}, limits)).rejects.toMatchObject({
    code: 'internal',
    message: 'reading papers ended early: exit code 7',
  })
  const greedy = child(`const all = []; for (;;) all.push('x'.repeat(1000) + all.length)`)
  await expect(runChild(greedy, {}, limits)).rejects.toMatchObject({
    code: 'unprocessable',
    message: 'reading papers ran out of memory at 64 MB',
  })
})

test('an entry is compiled, from source and from the build', () => {
  const built = 'file:///home/me/tidemap/dist/server/jobs/import/import-child.js'
  expect(childEntry('import-child', 'file:///home/me/tidemap/server/jobs/import/importer.ts').href).toBe(built)
  expect(childEntry('import-child', 'file:///home/me/tidemap/dist/server/jobs/import/importer.js').href).toBe(built)
})
