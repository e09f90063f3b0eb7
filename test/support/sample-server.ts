import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { oneAtATime } from '../../server/bin/one-at-a-time.mjs'
import { prepare } from '../../server/bin/prepare.mjs'
import type { Collection } from '../../shared/collection.ts'
import { call, type Caller } from './api.ts'
import { sampleFile, tidemapHere } from './command.ts'
import { projectRoot } from './project.ts'
import { readLock, startServer, type TestServer } from './server.ts'

/** Where data folders are kept that servers begin with, so that the sample is analysed once for all files and runs. */
const keep = join(projectRoot, '.data/test-sample')

/** A `tidemap serve` process whose one collection, `Daily Papers`, is the sample with an analysis. */
export interface SampleServer {
  server: TestServer
  caller: Caller
  collectionId: string
  analysisId: string
}

/** Starts a server over a data folder, empty so far, that gets the sample and its analysis. */
export async function startSampleServer(dataDir: string): Promise<SampleServer> {
  cpSync(await analysedSample(), dataDir, { recursive: true })
  const server = await startServer(dataDir)
  const caller = { address: server.address, token: readLock(dataDir).token }
  const { items } = await call<{ items: Collection[] }>(caller, 'GET', '/api/collections')
  return { server, caller, collectionId: items[0].id, analysisId: items[0].analysis!.id }
}

/** The data folder to copy, made anew when what makes it has changed. */
async function analysedSample(): Promise<string> {
  await prepare({ parts: ['server'] })
  const place = join(keep, readFileSync(join(projectRoot, 'dist/.server-built'), 'utf8'))
  if (existsSync(place)) return place
  return oneAtATime(join(projectRoot, '.data/test-sample.lock'), async () => {
    if (existsSync(place)) return place
    rmSync(keep, { recursive: true, force: true })
    const unfinished = join(keep, 'unfinished')
    mkdirSync(unfinished, { recursive: true })
    for (const words of [
      ['import', sampleFile, '--collection', 'Daily Papers'],
      ['analyze', 'Daily Papers'],
      // Builds the index of its words, which every server would build for itself.
      ['search', 'Daily Papers', 'loss'],
    ]) {
      const { code, stderr } = await tidemapHere([...words, '--data', unfinished])
      if (code !== 0) throw new Error(`tidemap ${words.join(' ')} ended with ${code}: ${stderr}`)
    }
    renameSync(unfinished, place)
    return place
  })
}
