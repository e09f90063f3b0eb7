import {
  ENTRY_BITS,
  HIT_IN_TITLE,
  HIT_IS_WHOLE,
  IN_TITLE,
  MOST_MENTIONS,
  type PhraseKernels,
} from '../phrase-kernels.ts'
import { eachHit } from './phrase-hits.ts'

export const phraseRows: PhraseKernels['phraseRows'] = ({ n, starts }, hits, rowStarts, rowEnds) => {
  const rows = { starts: rowStarts, ends: rowEnds, entries: new Int32Array(hits.hits.length) }
  const titles = new Int32Array(hits.count)
  /** Phrase → the place behind its last entry. */
  const places = new Int32Array(hits.count)
  let end = 0
  let paper = 0
  const goOn = (to: number): void => {
    for (; paper < to; paper++) {
      rows.ends[paper] = end
      if (paper + 1 < n) rows.starts[paper + 1] = end
    }
  }
  if (n > 0) rows.starts[0] = 0
  eachHit(starts, hits, (phrase, token, bits) => {
    if ((bits & HIT_IS_WHOLE) === 0) return
    while (token >= starts[paper + 1]) goOn(paper + 1)
    if (places[phrase] <= rows.starts[paper]) {
      rows.entries[end] = phrase << ENTRY_BITS
      places[phrase] = ++end
    }
    const at = places[phrase] - 1
    if ((rows.entries[at] & MOST_MENTIONS) < MOST_MENTIONS) rows.entries[at]++
    if ((bits & HIT_IN_TITLE) === 0 || (rows.entries[at] & IN_TITLE) !== 0) return
    rows.entries[at] |= IN_TITLE
    titles[phrase]++
  })
  goOn(n)
  return { rows: { ...rows, entries: rows.entries.slice(0, end) }, titles }
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

export const countWithin: PhraseKernels['countWithin'] = (rows, groups, numberOf, within, mask) => {
  const { numbers, columnOf, columns, perTable } = within
  const size = groups.starts.length - 1
  const out = new Int32Array(size * columns)
  for (let first = 0; first < size; first += perTable) {
    const table = columnOf.subarray((first / perTable) * numbers)
    const own = numberOf.map((number) => (number < 0 ? -1 : table[number]))
    const some = { ...groups, starts: groups.starts.subarray(first, Math.min(size, first + perTable) + 1) }
    out.set(countRows(rows, some, own, columns, mask), first * columns)
  }
  return out
}
