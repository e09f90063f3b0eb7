import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import type { Shelf } from '../../analysis/kernels/wasm/shelf.ts'

/**
 * A shelf of files, `path` with a number behind it, each of which is there as long as something waits in it. Most of them never leave the memory that the system has to
 * spare, but give way to others.
 */
export function fileShelf(start: string): Shelf {
  let files = 0
  return {
    put(values) {
      const path = `${start}-${++files}`
      const file = openSync(path, 'wx+')
      const end = (): void => {
        closeSync(file)
        rmSync(path, { force: true })
      }
      try {
        for (const bytes of values) for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
      } catch (error) {
        end()
        throw error
      }
      return (places) => {
        try {
          let place = 0
          for (const bytes of places) {
            for (let at = 0; at < bytes.length;) {
              const count = readSync(file, bytes, at, bytes.length - at, place)
              if (count === 0) throw new Error('what waited in a file became shorter')
              at += count
              place += count
            }
          }
        } finally {
          end()
        }
      }
    },
  }
}
