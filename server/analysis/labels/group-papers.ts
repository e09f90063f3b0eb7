import { ENTRY_BITS, IN_TITLE, type PaperGroups } from '../kernels/phrase-kernels.ts'
import type { Phrases } from './phrases.ts'

/** How some of the papers together use each phrase. */
export interface PhraseUses {
  /** The papers. */
  all: number
  /** Phrase → papers that hold it, and that have it in the title. */
  papers: Int32Array
  titles: Int32Array
}

/** Counts the phrases of the papers that `isCounted`: from all papers those are taken that are not, of which there are few. */
export function countUses(
  { rows: { starts, ends, entries }, documentFrequency, titleFrequency }: Phrases,
  isCounted: (paper: number) => boolean,
): PhraseUses {
  const n = starts.length
  const uses = { all: n, papers: documentFrequency.slice(), titles: titleFrequency.slice() }
  for (let paper = 0; paper < n; paper++) {
    if (isCounted(paper)) continue
    uses.all--
    for (let e = starts[paper]; e < ends[paper]; e++) {
      uses.papers[entries[e] >> ENTRY_BITS]--
      if ((entries[e] & IN_TITLE) !== 0) uses.titles[entries[e] >> ENTRY_BITS]--
    }
  }
  return uses
}

/** The papers of each group 0…k − 1, ascending. `groupOf`: paper → group, −1 for none. */
export function papersByGroup(groupOf: Int32Array, k: number): PaperGroups {
  const starts = new Int32Array(k + 1)
  for (const group of groupOf) if (group >= 0) starts[group + 1]++
  for (let group = 0; group < k; group++) starts[group + 1] += starts[group]
  const papers = new Int32Array(starts[k])
  const next = starts.slice()
  groupOf.forEach((group, paper) => {
    if (group >= 0) papers[next[group]++] = paper
  })
  return { starts, papers }
}
