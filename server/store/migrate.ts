import { DuckDBInstance } from '@duckdb/node-api'
import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { TidemapError } from '../../shared/error.ts'
import type { DataFolders } from './folders.ts'
import { syncPath } from './durable.ts'
import { openInstance, type InstanceSettings } from './instance.ts'
import { Session } from './session.ts'

type Migrations = readonly (readonly string[])[]

/**
 * Brings the database file to the newest schema, or makes it.
 * The work happens on a copy that takes the old file's place when it is whole, so a kill at any moment leaves one that opens.
 * Throws `conflict` for a file of a newer Tidemap, which is not written to.
 */
export async function migrate(folders: DataFolders, settings: InstanceSettings, migrations: Migrations): Promise<void> {
  const { database } = folders
  const draft = `${database}.new`
  for (const rest of [draft, `${draft}.wal`]) rmSync(rest, { force: true })
  const found = existsSync(database) ? await schemaVersion(database) : 0
  if (found > migrations.length) {
    throw new TidemapError(
      'conflict',
      `data folder was written by a newer version: schema ${found}, not ${migrations.length}`,
      {
        hint: 'update tidemap, or give another folder with --data',
      },
    )
  }
  if (found === migrations.length) return
  if (found > 0) {
    await checkpoint(database, folders, settings)
    copyFileSync(database, draft)
  }
  const instance = await openInstance(draft, folders, settings)
  const session = new Session(await instance.connect())
  try {
    await session.run('BEGIN')
    for (const statements of migrations.slice(found)) for (const sql of statements) await session.run(sql)
    await session.run('DELETE FROM meta')
    await session.run('INSERT INTO meta VALUES ($version)', { version: migrations.length })
    await session.run('COMMIT')
    await session.run('CHECKPOINT')
  } finally {
    session.close()
    instance.closeSync()
  }
  syncPath(draft)
  renameSync(draft, database)
  syncPath(dirname(database))
}

/** Schema version of a file, read without writing to it; 0 for a file that never got its tables. */
async function schemaVersion(file: string): Promise<number> {
  const instance = await DuckDBInstance.create(file, { access_mode: 'READ_ONLY' })
  const session = new Session(await instance.connect())
  try {
    const tables = await session.all(`SELECT 1 FROM duckdb_tables() WHERE table_name = 'meta'`)
    if (tables.length === 0) return 0
    return (await session.first<{ version: number }>('SELECT version FROM meta'))?.version ?? 0
  } finally {
    session.close()
    instance.closeSync()
  }
}

/** Folds the write-ahead log into the file, so that the file alone is everything. */
async function checkpoint(file: string, folders: DataFolders, settings: InstanceSettings): Promise<void> {
  const instance = await openInstance(file, folders, settings)
  const session = new Session(await instance.connect())
  try {
    await session.run('CHECKPOINT')
  } finally {
    session.close()
    instance.closeSync()
  }
}
