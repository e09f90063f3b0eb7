import { readFileSync } from 'node:fs'

const SAMPLE_MS = 100

/** Watches the resident memory of this process while a kernel runs beside it. */
export class TreeMemory {
  readonly #timer: NodeJS.Timeout
  readonly #kernelPid: number | undefined
  #treePeak = 0
  /** The most that the kernel was seen to have, and what this process had then. */
  #kernelPeak = 0
  #ownThen = 0

  constructor(kernelPid: number | undefined) {
    this.#kernelPid = kernelPid
    this.#sample()
    this.#timer = setInterval(() => this.#sample(), SAMPLE_MS)
    this.#timer.unref()
  }

  /**
   * Peak bytes of both processes together. `kernelPeak` is the kernel's own count, which no sampling misses: it is added to what this process had when the kernel was
   * seen largest. Where the kernel cannot be watched that is the most that this process had.
   */
  end(kernelPeak: number): number {
    this.#sample()
    clearInterval(this.#timer)
    return Math.max(this.#treePeak, this.#ownThen + kernelPeak)
  }

  #sample(): void {
    const own = process.memoryUsage.rss()
    const kernel = residentBytes(this.#kernelPid)
    this.#treePeak = Math.max(this.#treePeak, own + kernel)
    if (kernel > this.#kernelPeak || (this.#kernelPeak === 0 && own > this.#ownThen)) this.#ownThen = own
    this.#kernelPeak = Math.max(this.#kernelPeak, kernel)
  }
}

/** Resident bytes of a process, or 0 where the platform has no /proc. */
function residentBytes(pid: number | undefined): number {
  if (pid === undefined || process.platform !== 'linux') return 0
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return Number(kilobytes ?? 0) * 1024
  } catch {
    return 0 // It has ended.
  }
}
