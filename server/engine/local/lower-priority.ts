import { setPriority } from 'node:os'

/** Niceness of a process that works in the background, where 0 is usual and 19 the least urgent. */
const NICENESS = 5

/** Lets the server go first where both want the processor: it has little to do, and people wait for it. */
export function lowerPriority(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, NICENESS)
  } catch {
    // It has ended already, or the system does not let us.
  }
}
