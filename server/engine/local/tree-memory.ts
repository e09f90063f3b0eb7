import { readFileSync } from 'node:fs'

const SAMPLE_MS = 100

/** Watches the resident memory of this process while a kernel runs beside it. */
export class TreeMemory {
  readonly #timer: NodeJS.Timeout
  readonly #kernelPid: number | undefined
  #ownPeak = 0
  #treePeak = 0

  constructor(kernelPid: number | undefined) {
    this.#kernelPid = kernelPid
    this.#sample()
    this.#timer = setInterval(() => this.#sample(), SAMPLE_MS)
    this.#timer.unref()
  }

  /**
   * Peak bytes of both processes together. `kernelPeak` is the kernel's own count, which no sampling misses; added to
   * this process's sampled peak it is an upper bound, since the two peaks need not fall together.
   */
  end(kernelPeak: number): number {
    this.#sample()
    clearInterval(this.#timer)
    return Math.max(this.#treePeak, this.#ownPeak + kernelPeak)
  }

  #sample(): void {
    const own = process.memoryUsage.rss()
    this.#ownPeak = Math.max(this.#ownPeak, own)
    this.#treePeak = Math.max(this.#treePeak, own + residentBytes(this.#kernelPid))
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
