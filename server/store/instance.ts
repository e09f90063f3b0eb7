import { DuckDBInstance } from '@duckdb/node-api'
import { isMainThread } from 'node:worker_threads'
import type { DataFolders } from './folders.ts'
import { literal, Session } from './session.ts'

export interface InstanceSettings {
  /** Most memory that DuckDB takes, in MiB. */
  memoryMb: number
  /** Most threads of DuckDB. */
  threads: number
}

/**
 * Opens a DuckDB file, shut off from everything but the staging folder.
 * Throws in a worker thread: a second opener in one process is not refused by DuckDB's lock, and destroys committed rows.
 */
export async function openInstance(
  file: string,
  folders: DataFolders,
  { memoryMb, threads }: InstanceSettings,
): Promise<DuckDBInstance> {
  if (!isMainThread) throw new Error('only the main thread may open the database')
  const instance = await DuckDBInstance.create(file, {
    memory_limit: `${memoryMb}MiB`,
    threads: String(threads),
    temp_directory: `${folders.staging}/spill`,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  })
  const session = new Session(await instance.connect())
  try {
    await session.run(`SET allowed_directories = [${literal(folders.staging)}]`)
    await session.run('SET enable_external_access = false')
    await session.run('SET lock_configuration = true')
  } finally {
    session.close()
  }
  return instance
}
