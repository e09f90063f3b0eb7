import { readFileSync } from 'node:fs'

/** Resident bytes of this process now, and the most that they have been. */
export function residentMemory(): { now: number; peak: number } {
  const { rss } = process.memoryUsage()
  try {
    // Not the maxRSS of getrusage, which a process inherits from the one that started it.
    const peak = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))![1]
    return { now: rss, peak: Number(peak) * 1024 }
  } catch {
    return { now: rss, peak: process.resourceUsage().maxRSS * 1024 }
  }
}
