import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ImportRecord } from '../../../shared/collection.ts'
import { TidemapError } from '../../../shared/error.ts'
import { collectionVersion } from '../../store/collections.ts'
import { diskFull, isDiskFull } from '../../store/faults.ts'
import { addImport, writeCandidates } from '../../store/imports.ts'
import type { Store } from '../../store/store.ts'
import type { Lanes } from '../lanes.ts'
import type { Slots } from '../slots.ts'
import type { Importer, ReadAnswer } from './importer.ts'

export interface ImportInput {
  filename: string
  body: AsyncIterable<Uint8Array>
  encoding: string
  skipBad: boolean
  /** YYYY-MM-DD. */
  asOf: string
  /** Most bytes of the body; null for no limit. */
  limitBytes: number | null
}

export interface ImportContext {
  store: Store
  importer: Importer
  /** How many files are read at once. */
  slots: Slots
  /** One import at a time for a collection. */
  lanes: Lanes
  signal: AbortSignal
  now: () => string
}

/**
 * Takes a file into a collection; resolves when it is committed. Importing a file again adds nothing and says so.
 * Throws `not-found`, `too-large`, `disk-full`, or what stands in the way of reading the file.
 */
export async function importPapers(
  context: ImportContext,
  collectionId: string,
  input: ImportInput,
): Promise<ImportRecord> {
  const { store, importer, lanes, signal } = context
  await collectionVersion(store, collectionId)
  return withStaging(store, ['.upload', '.papers', '.candidates', '.added', '.updated'], async (paths) => {
    const [upload, papers, candidates, added, updated] = paths
    const { receipt } = await read(context, input, upload, papers)
    // Reading goes side by side; what is new is told one import after the other.
    return lanes.run(collectionId, async () => {
      const count = await writeCandidates(store, collectionId, papers, candidates)
      const merged = count === 0 ? null : await importer.merge({ candidates, papers, added, updated, receipt }, signal)
      return addImport(store, {
        collectionId,
        filename: input.filename,
        added: merged === null ? papers : added,
        updated: merged !== null && merged.updates > 0 ? updated : null,
        receipt: merged?.receipt ?? receipt,
        now: context.now(),
      })
    })
  })
}

/** Reads a file and stores nothing. */
export function previewPapers(context: ImportContext, input: ImportInput): Promise<ReadAnswer> {
  return withStaging(context.store, ['.upload', '.papers'], ([upload, papers]) => read(context, input, upload, papers))
}

async function read(context: ImportContext, input: ImportInput, file: string, papers: string): Promise<ReadAnswer> {
  await receive(input, file, context.store.folders.root)
  const { filename: name, encoding, skipBad, asOf } = input
  return context.slots.run(() => context.importer.read({ name, file, papers, encoding, skipBad, asOf }, context.signal))
}

/** Writes the body to a file as it comes, up to the limit. */
async function receive({ body, limitBytes }: ImportInput, file: string, folder: string): Promise<void> {
  let bytes = 0
  const limit = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      bytes += chunk.length
      if (limitBytes !== null && bytes > limitBytes) done(tooLarge(limitBytes))
      else done(null, chunk)
    },
  })
  try {
    await pipeline(Readable.from(body), limit, createWriteStream(file))
  } catch (error) {
    throw isDiskFull(error) ? diskFull(folder, error) : error
  }
}

/** The one error for a body beyond the limit. */
export function tooLarge(limitBytes: number): TidemapError {
  return new TidemapError('too-large', `body is larger than ${Math.round(limitBytes / 1024 ** 2)} MB`, {
    hint: 'split the file, or start the server with a larger TIDEMAP_BODY_LIMIT (megabytes)',
  })
}

/** Gives `work` fresh staging paths and removes what is there in the end. */
async function withStaging<T>(store: Store, endings: string[], work: (paths: string[]) => Promise<T>): Promise<T> {
  const paths = endings.map((ending) => store.stagingPath(ending))
  try {
    return await work(paths)
  } finally {
    await Promise.all(paths.map((path) => rm(path, { force: true })))
  }
}
