import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import type { Shelf } from '../../analysis/kernels/wasm/shelf.ts'

/** A shelf in a file, which is there as long as something waits in it. A file of large collections mostly stays in what memory the system has to spare, and gives way. */
export function fileShelf(path: string): Shelf {
  return {
    put(values) {
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
      return () => {
        try {
          let place = 0
          for (const bytes of values) {
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
