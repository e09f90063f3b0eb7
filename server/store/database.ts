import type { DuckDBInstance } from '@duckdb/node-api'
import { TidemapError } from '../../shared/error.ts'
import { isDiskFull, isFatal, storeError } from './faults.ts'
import type { DataFolders } from './folders.ts'
import { openInstance, type InstanceSettings } from './instance.ts'
import { Session } from './session.ts'
import { WriteQueue } from './write-queue.ts'

type Work<T> = (session: Session) => Promise<T>

/** An open instance with its idle connections, and how many are out. */
interface Opened {
  instance: DuckDBInstance
  idle: Session[]
  out: number
  broken: boolean
}

/**
 * The database file, open. Reads run side by side, each on a snapshot of its own; writes run one after the other, each a
 * transaction. A fault that spoils the instance (a full disk does) closes it, and the next call opens it again.
 */
export class Database {
  readonly #folders: DataFolders
  readonly #settings: InstanceSettings
  readonly #writes = new WriteQueue()
  #opened: Promise<Opened> | null = null
  #closing: Promise<void> = Promise.resolve()
  #closed = false
  #changes = 0

  constructor(folders: DataFolders, settings: InstanceSettings) {
    this.#folders = folders
    this.#settings = settings
  }

  /** Runs `work` on one snapshot of the data; it cannot write. */
  read<T>(work: Work<T>): Promise<T> {
    return this.#transaction('BEGIN TRANSACTION READ ONLY', work)
  }

  /** Runs `work` as one transaction after all earlier writes; resolves after COMMIT. */
  write<T>(work: Work<T>): Promise<T> {
    return this.#writes.run(async () => {
      this.#changes += 1
      try {
        return await this.#transaction('BEGIN', work)
      } finally {
        this.#changes += 1
      }
    })
  }

  /** Rises when a write begins and again when it has ended: as long as it stays, so does what is read. */
  get changes(): number {
    return this.#changes
  }

  /** Waits for what is under way and closes the file; later calls are refused. */
  async close(): Promise<void> {
    if (this.#closed) return this.#closing
    this.#closed = true
    await this.#writes.drained()
    const opened = await this.#opened?.catch(() => null)
    if (opened) this.#spoil(opened)
    await this.#closing
  }

  async #transaction<T>(begin: string, work: Work<T>): Promise<T> {
    let opened = await this.#open()
    // It may have been spoiled while this call waited.
    while (opened.broken) opened = await this.#open()
    opened.out += 1
    let session: Session | undefined
    try {
      session = opened.idle.pop() ?? new Session(await opened.instance.connect())
      await session.run(begin)
      try {
        const result = await work(session)
        await session.run('COMMIT')
        return result
      } catch (error) {
        // A failed COMMIT has ended the transaction already.
        await session.run('ROLLBACK').catch(() => {})
        throw error
      }
    } catch (error) {
      if (isFatal(error) || isDiskFull(error)) this.#spoil(opened)
      throw storeError(error, this.#folders.root)
    } finally {
      opened.out -= 1
      if (session) opened.idle.push(session)
      this.#settle(opened)
    }
  }

  #open(): Promise<Opened> {
    if (this.#closed) return Promise.reject(new TidemapError('unavailable', 'the database is closed'))
    this.#opened ??= this.#closing
      .then(() => openInstance(this.#folders.database, this.#folders, this.#settings))
      .then((instance) => ({ instance, idle: [], out: 0, broken: false }))
      .catch((error: unknown) => {
        this.#opened = null
        throw storeError(error, this.#folders.root)
      })
    return this.#opened
  }

  #finishClosing: () => void = () => {}

  /** Lets no one else use this instance; it is closed when the last user has ended, and opened again on the next call. */
  #spoil(opened: Opened): void {
    if (opened.broken) return
    opened.broken = true
    this.#opened = null
    this.#closing = new Promise((resolve) => (this.#finishClosing = resolve))
    this.#settle(opened)
  }

  #settle(opened: Opened): void {
    if (!opened.broken || opened.out > 0) return
    for (const session of opened.idle.splice(0)) session.close()
    opened.instance.closeSync()
    this.#finishClosing()
  }
}
