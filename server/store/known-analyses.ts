import type { Analysis } from '../../shared/analysis.ts'
import type { Theme, Topic } from '../../shared/topic.ts'

/** What nearly every request asks of an analysis. */
export interface KnownAnalysis {
  analysis: Analysis
  topics: { items: Topic[]; themes: Theme[] }
}

const MOST = 16

/** The analyses that were asked for last: they never change, but may be deleted with their collection. */
export class KnownAnalyses {
  readonly #found = new Map<string, Promise<KnownAnalysis>>()

  /** An analysis as it is known, else as it is read. */
  get(id: string, read: () => Promise<KnownAnalysis>): Promise<KnownAnalysis> {
    const found = this.#found.get(id) ?? read()
    // A Map keeps the order of insertion: the last is the newest used.
    this.#found.delete(id)
    this.#found.set(id, found)
    found.catch(() => {
      if (this.#found.get(id) === found) this.#found.delete(id)
    })
    for (const oldest of this.#found.keys()) {
      if (this.#found.size <= MOST) break
      this.#found.delete(oldest)
    }
    return found
  }

  /** Forgets all, also what is being read: analyses were deleted. */
  clear(): void {
    this.#found.clear()
  }
}
