import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { TidemapError } from '../../shared/error.ts'
import { makeFolder } from './make-folder.ts'

const LockFile = z.object({
  pid: z.number().int(),
  /** Start of the process as its system counts it: tells a recycled PID. Null where the system does not say. */
  started: z.string().nullable(),
  /** Where the API answers, such as `http://127.0.0.1:4680`; null while it does not. */
  address: z.string().nullable(),
  /** What `Authorization: Bearer` must carry to change things without a browser. */
  token: z.string(),
  /** Tells this lock from every other. */
  nonce: z.string().regex(/^[0-9a-f]{24}$/),
})
export type LockInfo = z.infer<typeof LockFile>

export interface LockOptions {
  /** Where the API answers; null (default) while it does not. */
  address?: string | null
  /** Default: a random one. */
  token?: string | undefined
}

export interface Lock {
  readonly token: string
  /** Tells other processes where the API answers. */
  setAddress(address: string | null): void
  /** Gives the folder free; calling it again does nothing. */
  release(): void
}

/** Locks that this very process holds, by path: its own PID alone proves nothing after a restart in a container. */
const held = new Set<string>()

/**
 * Takes the lock of a data folder, or throws `conflict` naming the process and address that hold it.
 * The file appears whole or not at all (hard link), so no one reads half of it; a lock of a dead process is taken over by
 * exactly one of those who try, because the takeover has a lock of its own.
 */
export function acquireLock(path: string, options: LockOptions = {}): Lock {
  makeFolder(dirname(path), 0o700)
  const token = options.token ?? randomBytes(24).toString('base64url')
  const nonce = randomBytes(12).toString('hex')
  const info: LockInfo = {
    pid: process.pid,
    started: startOf(process.pid),
    address: options.address ?? null,
    token,
    nonce,
  }
  take(path, info)
  held.add(path)
  return {
    token,
    setAddress(next) {
      if (held.has(path)) replace(path, { ...info, address: next })
    },
    release() {
      if (held.delete(path) && read(path)?.nonce === info.nonce) rmSync(path, { force: true })
    },
  }
}

/** Who holds the lock; null when no living process does. */
export function readLock(path: string): LockInfo | null {
  const info = read(path)
  return info !== null && isAlive(info, path) ? info : null
}

function take(path: string, info: LockInfo): void {
  for (;;) {
    if (create(path, info)) return
    const holder = read(path)
    if (holder === null) continue // Given free in between.
    if (isAlive(holder, path)) throw inUse(holder)
    const takeover = `${path}.${holder.nonce}`
    take(takeover, info)
    try {
      const found = read(path)
      if (found?.nonce !== holder.nonce) continue // Another was quicker.
      replace(path, info)
      return
    } finally {
      rmSync(takeover, { force: true })
    }
  }
}

/** Puts a whole file at `path` unless there is one: `link` never overwrites. */
function create(path: string, info: LockInfo): boolean {
  const draft = writeDraft(path, info)
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

function replace(path: string, info: LockInfo): void {
  renameSync(writeDraft(path, info), path)
}

function writeDraft(path: string, info: LockInfo): string {
  const draft = `${path}.${process.pid}-${randomBytes(6).toString('hex')}`
  writeFileSync(draft, `${JSON.stringify(info)}\n`, { mode: 0o600, flag: 'wx' })
  return draft
}

function read(path: string): LockInfo | null {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  try {
    return LockFile.parse(JSON.parse(text))
  } catch (cause) {
    throw new TidemapError('conflict', `unreadable lock file: ${path}`, {
      hint: 'if no tidemap runs on this folder, delete that file',
      cause,
    })
  }
}

function isAlive(info: LockInfo, path: string): boolean {
  if (info.pid === process.pid) return held.has(path)
  try {
    process.kill(info.pid, 0)
  } catch (error) {
    // EPERM: it lives, but belongs to someone else.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  const started = startOf(info.pid)
  return info.started === null || started === null || info.started === started
}

/** Start time of a process in clock ticks since boot (field 22 of /proc/PID/stat); null where there is no /proc. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field is the command in brackets and may hold spaces.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}

function inUse(holder: LockInfo): TidemapError {
  const where = holder.address === null ? '' : ` at ${holder.address}`
  return new TidemapError('conflict', `data folder is in use by process ${holder.pid}${where}`, {
    hint: 'stop that process, or give another folder with --data',
  })
}
