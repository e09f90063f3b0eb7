import type { Kernels } from '../kernels/kernels.ts'
import type { StemmedCorpus } from '../text/corpus.ts'
import type { Grams, Places } from './grams.ts'
import { ENDS, GOES_ON } from './phrase-roles.ts'

/** Numbers that a place has where it is laid out: its new stem × 2, and 1 more where no phrase may end there; its paper; its own number. */
const FIELDS = 3
/** Places that are laid out at a time: 48 MB. */
const LAID = 1 << 22
/** In `Places.grams` while grams grow: nothing grows here. Lower numbers: −2 − the longer gram that begins here. */
const NONE = -1

/** What `growGrams` reads. */
export interface Growth {
  kernels: Kernels
  corpus: StemmedCorpus
  /** Token → its roles. */
  roles: Uint8Array
  /** Stem → papers that hold it. */
  stemPapers: Int32Array
  minDocuments: number
}

/**
 * The frequent grams of one stem more than those, `count` in all, of `length` stems that stand in `places`; these are then the places of the longer ones. Places
 * of one gram are laid side by side, so that counting what comes behind it takes one small table and no look-up of pairs; some grams
 * at a time, so that a large collection takes no more memory.
 */
export function growGrams(growth: Growth, places: Places, count: number, length: number): Grams {
  const behind = dropEnds(growth, places, count, length)
  const longer: Found = { shorter: [], last: [], wholes: [] }
  const counter = new StemCounter(growth.corpus.stemTexts.length)
  for (let from = 0; from < count;) {
    let to = from + 1
    while (to < count && behind[to + 1] - behind[from] <= LAID) to++
    growth.kernels.scope(() => {
      const laid = layOut(growth, places, behind, from, to, length)
      for (let gram = from; gram < to; gram++) {
        const first = FIELDS * (behind[gram] - behind[from])
        const end = FIELDS * (behind[gram + 1] - behind[from])
        if (end - first >= FIELDS * growth.minDocuments)
          counter.grow(laid, first, end, gram, growth.minDocuments, longer, places.grams)
      }
    })
    from = to
  }
  return renumber(places, longer)
}

/** Marks places where no gram grows, and counts the others: gram → places of the grams before it that grow, one longer than there are grams. */
function dropEnds(
  { corpus: { starts, stems }, roles, stemPapers, minDocuments }: Growth,
  { count, tokens, grams }: Places,
  gramCount: number,
  length: number,
): Int32Array {
  const behind = new Int32Array(gramCount + 1)
  let paper = 0
  for (let i = 0; i < count; i++) {
    while (starts[paper + 1] <= tokens[i]) paper++
    const end = tokens[i] + length
    if (end >= starts[paper + 1] || (roles[end] & GOES_ON) === 0 || stemPapers[stems[end]] < minDocuments)
      grams[i] = NONE
    else behind[grams[i] + 1]++
  }
  for (let gram = 0; gram < gramCount; gram++) behind[gram + 1] += behind[gram]
  return behind
}

/** The places of grams `from` … `to` − 1, those of each together: `FIELDS` numbers a place. */
function layOut(
  { kernels, corpus: { starts, stems }, roles }: Growth,
  { count, tokens, grams }: Places,
  behind: Int32Array,
  from: number,
  to: number,
  length: number,
): Int32Array {
  const laid = kernels.int32(FIELDS * (behind[to] - behind[from]))
  const free = behind.slice(from, to)
  let paper = 0
  for (let i = 0; i < count; i++) {
    const gram = grams[i]
    if (gram < from || gram >= to) continue
    while (starts[paper + 1] <= tokens[i]) paper++
    const end = tokens[i] + length
    const at = FIELDS * (free[gram - from]++ - behind[from])
    laid[at] = stems[end] * 2 + ((roles[end] & ENDS) === 0 ? 1 : 0)
    laid[at + 1] = paper
    laid[at + 2] = i
  }
  return laid
}

/** Longer grams as they are found: gram by gram, not in reading order. */
interface Found {
  shorter: number[]
  last: number[]
  wholes: number[]
}

/** Counts the stems behind one gram after the other; the arrays are by stem. */
class StemCounter {
  /** The gram that the others speak of. */
  readonly #gram: Int32Array
  /** Papers, papers as a whole, the last of both, and the number of the longer gram. */
  readonly #papers: Int32Array
  readonly #wholes: Int32Array
  readonly #seen: Int32Array
  readonly #seenWhole: Int32Array
  readonly #number: Int32Array

  constructor(stems: number) {
    this.#gram = new Int32Array(stems).fill(-1)
    this.#papers = new Int32Array(stems)
    this.#wholes = new Int32Array(stems)
    this.#seen = new Int32Array(stems)
    this.#seenWhole = new Int32Array(stems)
    this.#number = new Int32Array(stems)
  }

  /** Adds the frequent longer grams of one gram, whose places are laid out from `first` to `end`, and marks where they begin. */
  grow(
    laid: Int32Array,
    first: number,
    end: number,
    gram: number,
    minDocuments: number,
    longer: Found,
    marks: Int32Array,
  ): void {
    const papers = this.#papers
    const wholes = this.#wholes
    const seen = this.#seen
    const seenWhole = this.#seenWhole
    const number = this.#number
    for (let at = first; at < end; at += FIELDS) {
      const stem = laid[at] >> 1
      const paper = laid[at + 1]
      if (this.#gram[stem] !== gram) {
        this.#gram[stem] = gram
        papers[stem] = 0
        wholes[stem] = 0
        seen[stem] = -1
        seenWhole[stem] = -1
        number[stem] = -1
      }
      if (seen[stem] !== paper) {
        seen[stem] = paper
        papers[stem]++
      }
      if ((laid[at] & 1) === 1 || seenWhole[stem] === paper) continue
      seenWhole[stem] = paper
      wholes[stem]++
    }
    for (let at = first; at < end; at += FIELDS) {
      const stem = laid[at] >> 1
      if (papers[stem] < minDocuments) continue
      if (number[stem] < 0) {
        number[stem] = longer.last.length
        longer.shorter.push(gram)
        longer.last.push(stem)
        longer.wholes.push(wholes[stem])
      }
      marks[laid[at + 2]] = NONE - 1 - number[stem]
    }
  }
}

/** Keeps the places where a longer gram begins, and numbers those as they are first met. */
function renumber(places: Places, found: Found): Grams {
  const { count, tokens, grams } = places
  const size = found.last.length
  const longer: Grams = { shorter: new Int32Array(size), last: new Int32Array(size), wholes: new Int32Array(size) }
  const number = new Int32Array(size).fill(-1)
  let met = 0
  let kept = 0
  for (let i = 0; i < count; i++) {
    if (grams[i] >= NONE) continue
    const gram = NONE - 1 - grams[i]
    if (number[gram] < 0) {
      longer.shorter[met] = found.shorter[gram]
      longer.last[met] = found.last[gram]
      longer.wholes[met] = found.wholes[gram]
      number[gram] = met++
    }
    tokens[kept] = tokens[i]
    grams[kept++] = number[gram]
  }
  places.count = kept
  return longer
}
