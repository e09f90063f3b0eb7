import type { Paper } from '../../../shared/paper.ts'
import type { ReadTokens } from './tokens.ts'

/** What an analysis keeps of a paper beside its words. */
export interface PaperFacts extends Pick<Paper, 'id' | 'date' | 'venue' | 'source'> {
  hasAbstract: boolean
}

export function paperFacts({ id, date, venue, source, abstract }: Paper): PaperFacts {
  return { id, date, venue, source, hasAbstract: abstract !== null }
}

/** Facts of which equal dates, venues and sources are one text each: as they come from the lines of a file, every paper has its own. */
export class SharedFacts {
  readonly #texts = new Map<string, string>()

  /** Changes the facts, and returns them. */
  share(facts: PaperFacts): PaperFacts {
    facts.date = facts.date === null ? null : this.#text(facts.date)
    facts.venue = facts.venue === null ? null : this.#text(facts.venue)
    facts.source = facts.source === null ? null : this.#text(facts.source)
    return facts
  }

  #text(text: string): string {
    const known = this.#texts.get(text)
    if (known === undefined) this.#texts.set(text, text)
    return known ?? text
  }
}

/** A collection as an analysis takes it: papers sorted by id (code point), and their words. */
export interface ReadPapers {
  papers: readonly PaperFacts[]
  tokens: ReadTokens
}
