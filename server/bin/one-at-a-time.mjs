import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const BEAT_MS = 2_000
const STALE_MS = 20_000

/**
 * Runs `work` while no other process runs under the same lock file; others wait their turn.
 * A lock whose process is gone, or that has not been touched for 20 seconds, is taken over.
 */
export async function oneAtATime(lockFile, work) {
  mkdirSync(dirname(lockFile), { recursive: true })
  while (!take(lockFile)) {
    if (isStale(lockFile)) moveAway(lockFile)
    else await sleep(100)
  }
  const beat = setInterval(() => touch(lockFile), BEAT_MS)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    rmSync(lockFile, { force: true })
  }
}

function take(lockFile) {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

function touch(lockFile) {
  const now = new Date()
  try {
    utimesSync(lockFile, now, now)
  } catch {
    // Someone removed the folder by hand: the work itself goes on.
  }
}

function isStale(lockFile) {
  try {
    if (Date.now() - statSync(lockFile).mtimeMs > STALE_MS) return true
    const pid = Number(readFileSync(lockFile, 'utf8'))
    return pid > 0 && !isAlive(pid)
  } catch {
    return false
  }
}

/** Whether a process of that number is there, ours or not. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

// Moved before it is removed: of two that find the same stale lock, one moves it and the other finds nothing.
function moveAway(lockFile) {
  const away = `${lockFile}.${process.pid}`
  try {
    renameSync(lockFile, away)
    rmSync(away, { force: true })
  } catch {
    // The other one was quicker.
  }
}
