import type { Paper } from '../../../shared/paper.ts'
import type { ReadTokens } from './tokens.ts'

/** What an analysis keeps of a paper beside its words. */
export interface PaperFacts extends Pick<Paper, 'id' | 'date' | 'venue' | 'source'> {
  hasAbstract: boolean
}

export function paperFacts({ id, date, venue, source, abstract }: Paper): PaperFacts {
  return { id, date, venue, source, hasAbstract: abstract !== null }
}

/** A collection as an analysis takes it: papers sorted by id (code point), and their words. */
export interface ReadPapers {
  papers: readonly PaperFacts[]
  tokens: ReadTokens
}
