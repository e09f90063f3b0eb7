import type { IndexFiles } from './index-files.ts'

/** One index that is to be built, or is being built. */
interface Build {
  readonly collectionId: string
  /** The version of the papers that it was ordered for; it is of this one or of a later one. */
  version: number
  /** How many searches wait for it; 0 where it is built ahead of them. */
  waiting: number
  /** A new one for each time that it is begun. */
  controller: AbortController
  readonly file: Promise<string>
  readonly settle: { resolve: (file: string | Promise<string>) => void; reject: (error: unknown) => void }
}

/** Why a build ends that makes room: it goes back into the line, or one of newer papers stands there. */
class Yielded extends Error {}

/**
 * Builds text indexes one at a time, ahead of the searches that need them. What a search waits for goes first: it joins the build
 * of its collection that is in line or running, and a running one of another collection that nobody waits for goes back into the line.
 */
export class IndexBuilds {
  readonly #versionOf: (collectionId: string) => Promise<number>
  readonly #files: IndexFiles
  readonly #onError: (error: unknown) => void
  readonly #line: Build[] = []
  #running: { build: Build; ended: Promise<void> } | null = null
  #closed: Error | null = null

  /**
   * `versionOf` gives the version of a collection's papers, or throws `not-found`; `onError` is told of builds that fail while nobody
   * waits for them.
   */
  constructor(
    versionOf: (collectionId: string) => Promise<number>,
    files: IndexFiles,
    onError: (error: unknown) => void,
  ) {
    this.#versionOf = versionOf
    this.#files = files
    this.#onError = onError
  }

  /** The index of a collection as it is now; a search waits for it where it is not there yet. Throws `not-found`. */
  async ensure(collectionId: string): Promise<string> {
    const version = await this.#versionOf(collectionId)
    const found = this.#files.find(collectionId, version)
    if (found !== null) return found
    const build = this.#order(collectionId, version)
    build.waiting += 1
    try {
      this.#next()
      return await build.file
    } finally {
      build.waiting -= 1
    }
  }

  /**
   * Has the index of a collection as it is now built in the background. A build of its earlier papers ends, but for one that a search
   * waits for. Resolves with the file when it is there; rejects where the papers changed once more, and as `ensure` does.
   */
  async prepare(collectionId: string): Promise<string> {
    const version = await this.#versionOf(collectionId)
    const found = this.#files.find(collectionId, version)
    if (found !== null) return found
    const build = this.#order(collectionId, version)
    const running = this.#running?.build
    if (running && running !== build && running.collectionId === collectionId && running.waiting === 0)
      running.controller.abort(new Yielded('the papers changed'))
    this.#next()
    return build.file
  }

  /** Whether the index of a collection is in line or being built. */
  isUnderWay(collectionId: string): boolean {
    return this.#running?.build.collectionId === collectionId || this.#inLine(collectionId) !== undefined
  }

  /** Ends what is built for a collection and removes what was. */
  async remove(collectionId: string): Promise<void> {
    const gone = new Error(`the collection was deleted: ${collectionId}`)
    // One that makes room goes back into the line when it has ended, and may begin anew at once.
    while (this.isUnderWay(collectionId)) {
      const running = this.#running
      const inLine = this.#inLine(collectionId)
      if (inLine) {
        this.#line.splice(this.#line.indexOf(inLine), 1)
        inLine.controller.abort(gone)
        inLine.settle.reject(gone)
      }
      if (running?.build.collectionId === collectionId) {
        running.build.controller.abort(gone)
        await running.ended
      }
    }
    await this.#files.remove(collectionId)
  }

  /** Ends everything; who waits is told so. */
  async close(reason: Error): Promise<void> {
    this.#closed = reason
    for (const build of this.#line.splice(0)) build.settle.reject(reason)
    this.#running?.build.controller.abort(reason)
    await this.#running?.ended
  }

  #inLine(collectionId: string): Build | undefined {
    return this.#line.find((build) => build.collectionId === collectionId)
  }

  /** The build that will give this version or a later one; put into the line where there is none. */
  #order(collectionId: string, version: number): Build {
    if (this.#closed) throw this.#closed
    const running = this.#running?.build
    const isRunning = running?.collectionId === collectionId && !running.controller.signal.aborted
    if (isRunning && running.version >= version) return running
    const inLine = this.#inLine(collectionId)
    if (inLine) {
      inLine.version = Math.max(inLine.version, version)
      return inLine
    }
    const build = newBuild(collectionId, version)
    build.file.catch((error: unknown) => {
      if (build.waiting === 0 && !build.controller.signal.aborted && !this.#closed) this.#onError(error)
    })
    this.#line.push(build)
    return build
  }

  #next(): void {
    const wanted = this.#line.findIndex(({ waiting }) => waiting > 0)
    if (this.#running !== null) {
      const { build } = this.#running
      if (wanted >= 0 && build.waiting === 0)
        build.controller.abort(new Yielded('a search waits for another collection'))
      return
    }
    const [build] = this.#line.splice(Math.max(0, wanted), 1)
    if (build === undefined) return
    const ended = this.#run(build).finally(() => {
      this.#running = null
      this.#next()
    })
    this.#running = { build, ended }
  }

  async #run(build: Build): Promise<void> {
    const { collectionId, version, settle } = build
    build.controller = new AbortController()
    const { signal } = build.controller
    try {
      // The build before this one may have been of papers that came while it stood in line.
      settle.resolve(this.#files.find(collectionId, version) ?? (await this.#files.build(collectionId, signal)))
    } catch (error) {
      if (this.#closed || !(signal.reason instanceof Yielded)) return settle.reject(error)
      const inLine = this.#inLine(collectionId)
      if (inLine) settle.resolve(inLine.file)
      else this.#line.push(build)
    }
  }
}

function newBuild(collectionId: string, version: number): Build {
  let settle!: Build['settle']
  const file = new Promise<string>((resolve, reject) => (settle = { resolve, reject }))
  return { collectionId, version, waiting: 0, controller: new AbortController(), file, settle }
}
