import { createHash } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * One hash over path, size and time of every file under `places` (files or folders, relative to `root`).
 * It changes when a file is edited, added, removed or renamed; reading no contents keeps it at a few milliseconds.
 */
export function fingerprint(root, places) {
  const hash = createHash('sha256')
  for (const place of places) visit(root, place, hash)
  return hash.digest('hex')
}

function visit(root, place, hash) {
  const path = join(root, place)
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats) return
  if (!stats.isDirectory()) {
    hash.update(`${place}\0${stats.size}\0${stats.mtimeMs}\n`)
    return
  }
  for (const name of readdirSync(path).sort()) visit(root, join(place, name), hash)
}
