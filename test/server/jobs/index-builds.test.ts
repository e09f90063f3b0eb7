import { expect, test } from 'vitest'
import { IndexBuilds } from '../../../server/jobs/search/index-builds.ts'
import type { IndexFiles } from '../../../server/jobs/search/index-files.ts'

const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1))

/** Builds that end when a test says so, over files that are only names. */
function open(versions: Record<string, number>) {
  const files = new Set<string>()
  /** Builds that have begun and not ended, by the name of what they will give. */
  const begun = new Map<string, { finish(): Promise<void>; fail(error: Error): Promise<void> }>()
  const log: string[] = []
  const errors: unknown[] = []
  const kept: IndexFiles = {
    find: (id, version) => (files.has(`${id}${version}`) ? `${id}${version}` : null),
    build: (id, signal) =>
      new Promise((resolve, reject) => {
        const name = `${id}${versions[id]}`
        const end = async (work: () => void): Promise<void> => {
          begun.delete(name)
          work()
          await soon()
        }
        begun.set(name, {
          finish: () =>
            end(() => {
              files.add(name)
              resolve(name)
            }),
          fail: (error) => end(() => reject(error)),
        })
        log.push(name)
        signal.addEventListener('abort', () => void end(() => reject(signal.reason)))
      }),
    remove: async (id) => files.forEach((name) => name.startsWith(id) && files.delete(name)),
  }
  const versionOf = async (id: string): Promise<number> => {
    if (!(id in versions)) throw new Error(`unknown collection: ${id}`)
    return versions[id]
  }
  const builds = new IndexBuilds(versionOf, kept, (error) => errors.push(error))
  return { builds, versions, files, begun, log, errors }
}

test('searches that come during a build wait for that one; the next finds the file', async () => {
  const { builds, begun, log } = open({ a: 1 })
  const ahead = builds.prepare('a')
  await soon()
  const asked = [builds.ensure('a'), builds.ensure('a'), builds.prepare('a')]
  await soon()
  expect(builds.isUnderWay('a')).toBe(true)
  await begun.get('a1')!.finish()
  expect(await Promise.all([ahead, ...asked, builds.ensure('a')])).toEqual(['a1', 'a1', 'a1', 'a1', 'a1'])
  expect(log).toEqual(['a1'])
  expect(builds.isUnderWay('a')).toBe(false)
})

test('papers that change replace a build that nobody waits for', async () => {
  const { builds, versions, begun, log, errors } = open({ a: 1 })
  const first = builds.prepare('a')
  await soon()
  versions.a = 2
  const second = builds.prepare('a')
  await soon()
  expect([...begun.keys()]).toEqual(['a2'])
  await begun.get('a2')!.finish()
  expect(await Promise.all([first, second])).toEqual(['a2', 'a2'])
  expect(log).toEqual(['a1', 'a2'])
  expect(errors).toEqual([])
})

test('a build that a search waits for is finished, and the newer papers follow', async () => {
  const { builds, versions, begun, log } = open({ a: 1 })
  const asked = builds.ensure('a')
  await soon()
  versions.a = 2
  void builds.prepare('a')
  await soon()
  expect([...begun.keys()]).toEqual(['a1'])
  const later = builds.ensure('a')
  await soon()
  await begun.get('a1')!.finish()
  expect(await asked).toBe('a1')
  await begun.get('a2')!.finish()
  expect(await later).toBe('a2')
  expect(log).toEqual(['a1', 'a2'])
})

test('one at a time: what a search waits for goes first, and what made room is built afterwards', async () => {
  const { builds, begun, log } = open({ a: 1, b: 1, c: 1 })
  const ahead = [builds.prepare('a'), builds.prepare('b')]
  await soon()
  const asked = builds.ensure('c')
  await soon()
  expect([...begun.keys()]).toEqual(['c1'])
  await begun.get('c1')!.finish()
  expect(await asked).toBe('c1')
  expect([...begun.keys()]).toEqual(['b1'])
  await begun.get('b1')!.finish()
  await begun.get('a1')!.finish()
  expect(await Promise.all(ahead)).toEqual(['a1', 'b1'])
  expect(log).toEqual(['a1', 'c1', 'b1', 'a1'])
})

test('a build that fails is told to who waits, else to the server, and is tried again when someone asks', async () => {
  const { builds, begun, errors } = open({ a: 1 })
  const ahead = builds.prepare('a')
  await soon()
  const broken = ahead.catch((error: unknown) => String(error))
  await begun.get('a1')!.fail(new Error('broken'))
  expect(await broken).toContain('broken')
  expect(errors).toHaveLength(1)
  const asked = builds.ensure('a').catch((error: unknown) => String(error))
  await soon()
  await begun.get('a1')!.fail(new Error('still broken'))
  expect(await asked).toContain('still broken')
  expect(errors).toHaveLength(1)
})

test('deleting a collection ends its builds, those in line too, and removes its file', async () => {
  const { builds, versions, files, begun, log, errors } = open({ a: 1, b: 1, c: 1 })
  for (const id of ['c', 'a', 'b']) {
    const built = builds.prepare(id)
    if (id === 'c') {
      await soon()
      await begun.get('c1')!.finish()
      await built
    } else built.catch(() => {})
  }
  await soon()
  versions.b = 2
  for (const id of ['a', 'b', 'c']) {
    await builds.remove(id)
    delete versions[id]
  }
  await soon()
  expect(begun.size).toBe(0)
  expect(files.size).toBe(0)
  expect(log).toEqual(['c1', 'a1', 'b2'])
  expect(errors).toEqual([])
  await expect(builds.ensure('a')).rejects.toThrow('unknown collection: a')
})

test('closing ends what runs and refuses what comes', async () => {
  const { builds, begun, errors } = open({ a: 1, b: 1 })
  const stopping = new Error('stopping')
  const ends = [builds.ensure('a'), builds.prepare('b')].map((build) => expect(build).rejects.toBe(stopping))
  await soon()
  await builds.close(stopping)
  await Promise.all(ends)
  await expect(builds.ensure('a')).rejects.toBe(stopping)
  expect(begun.size).toBe(0)
  expect(errors).toEqual([])
})
