import { readFileSync } from 'node:fs'

/**
 * The most resident bytes that this process has had. Where there is no /proc it is what getrusage says, which on Linux a process inherits from the one that
 * started it: that of a small child of a large parent is the parent's.
 */
export function peakMemory(): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))![1]) * 1024
  } catch {
    // Node gives maxRSS in kilobytes on every platform.
    return process.resourceUsage().maxRSS * 1024
  }
}
