import { TidemapError } from '../../shared/error.ts'

/** Lets a few pieces of work run at once and the others wait in line; a line too long answers `too-many-requests`. */
export class Slots {
  readonly #most: number
  readonly #waitingMost: number
  readonly #waiting: (() => void)[] = []
  #running = 0

  constructor(most: number, waitingMost: number) {
    this.#most = most
    this.#waitingMost = waitingMost
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= this.#most) await this.#wait()
    else this.#running += 1
    try {
      return await work()
    } finally {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#running -= 1
    }
  }

  #wait(): Promise<void> {
    if (this.#waiting.length >= this.#waitingMost) {
      throw new TidemapError('too-many-requests', `too much at once: ${this.#waiting.length} are waiting`, {
        hint: 'try again in a few seconds',
      })
    }
    return new Promise((resolve) => this.#waiting.push(resolve))
  }
}
