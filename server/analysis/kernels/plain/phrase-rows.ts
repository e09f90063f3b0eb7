import { findGram, mixWord } from '../gram-table.ts'
import { ENTRY_BITS, IN_TITLE, MOST_MENTIONS, MOST_WORDS, type PhraseKernels } from '../phrase-kernels.ts'
import { BEGINS, ENDS, GOES_ON, roleAt, wordAt } from './read-paper.ts'

export const phraseRows: PhraseKernels['phraseRows'] = (tokens, { table, phraseOf, count }, rows) => {
  const { n, starts, abstractStarts, frequent } = tokens
  const titles = new Int32Array(count)
  /** Phrase → the place behind its last entry. */
  const places = new Int32Array(count)
  let end = 0
  const meet = (phrase: number, token: number, paper: number): void => {
    if (places[phrase] <= rows.starts[paper]) {
      rows.entries[end] = phrase << ENTRY_BITS
      places[phrase] = ++end
    }
    const at = places[phrase] - 1
    if ((rows.entries[at] & MOST_MENTIONS) < MOST_MENTIONS) rows.entries[at]++
    if (token >= abstractStarts[paper] || (rows.entries[at] & IN_TITLE) !== 0) return
    rows.entries[at] |= IN_TITLE
    titles[phrase]++
  }
  for (let paper = 0; paper < n; paper++) {
    rows.starts[paper] = end
    for (let t = starts[paper]; t < starts[paper + 1]; t++) {
      if ((roleAt(tokens, t) & BEGINS) === 0) continue
      let gram = wordAt(tokens, t)
      if (gram >= frequent) continue
      let hash = gram
      let phrase = phraseOf[gram]
      const last = Math.min(t + MOST_WORDS, starts[paper + 1])
      for (let u = t; ;) {
        if (phrase >= 0 && (roleAt(tokens, u) & ENDS) !== 0) meet(phrase, t, paper)
        const word = ++u < last ? wordAt(tokens, u) : frequent
        if (word >= frequent || (roleAt(tokens, u) & GOES_ON) === 0) break
        hash = mixWord(hash, word)
        const at = findGram(table, hash, gram, word)
        if (at < 0) break
        gram = table.slots[at]
        phrase = table.slots[at + 1]
      }
    }
    rows.ends[paper] = end
  }
  return titles
}

export const countRows: PhraseKernels['countRows'] = ({ starts, ends, entries }, groups, columnOf, columns, mask) => {
  const size = groups.starts.length - 1
  const out = new Int32Array(size * columns)
  for (let group = 0; group < size; group++) {
    for (const paper of groups.papers.subarray(groups.starts[group], groups.starts[group + 1])) {
      for (let e = starts[paper]; e < ends[paper]; e++) {
        const column = columnOf[entries[e] >> ENTRY_BITS]
        if (column >= 0 && (entries[e] & mask) !== 0) out[group * columns + column]++
      }
    }
  }
  return out
}
