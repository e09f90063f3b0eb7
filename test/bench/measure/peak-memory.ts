import { peakMemory } from '../../../server/engine/local/peak-memory.ts'

/** Resident bytes of this process now, and the most that they have been. */
export function residentMemory(): { now: number; peak: number } {
  return { now: process.memoryUsage.rss(), peak: peakMemory() }
}
