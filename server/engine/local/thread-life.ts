import { fstatSync, openSync } from 'node:fs'
import { KERNELS_FILE } from './web-assembly.ts'

/** A file that a thread has open for as long as it lives: 1 + its number for the process, and which file it is. */
export type Life = readonly [file: number, inode: number]

/**
 * A sign of life of this thread, which others can look at without a turn of any event loop: Node closes the files of a thread when it ends, whatever it ends of (`trackUnmanagedFds`). A thread that
 * runs out of memory ends alone, and tells nobody who is not listening.
 */
export function lifeOf(): Life {
  const file = openSync(KERNELS_FILE, 'r')
  return [file + 1, inodeOf(file)]
}

/** Whether the thread lives that gave this sign. */
export function livesOn([file, inode]: Life): boolean {
  try {
    // Another file may have got its number.
    return inodeOf(file - 1) === inode
  } catch {
    return false
  }
}

function inodeOf(file: number): number {
  return Number(BigInt.asIntN(32, fstatSync(file, { bigint: true }).ino))
}
