/** Runs asynchronous work one after the other, in the order of the calls; a failed one does not stop the next. */
export class WriteQueue {
  #last: Promise<unknown> = Promise.resolve()

  run<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#last.then(work, work)
    this.#last = next.catch(() => {})
    return next
  }

  /** Resolves when everything that is queued now has ended. */
  async drained(): Promise<void> {
    await this.#last
  }
}
