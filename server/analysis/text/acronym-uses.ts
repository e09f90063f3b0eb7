import type { FoundDefinitions } from './acronym-definitions.ts'
import type { Corpus } from './corpus.ts'

/** Uses of acronyms: each acronym with each long form that it is given, in the order in which they are met. */
export interface AcronymUses {
  /** Definition → its use. */
  ofDefinition: Int32Array
  /** Use → papers that have it, its acronym, and the first of its definitions. */
  papers: Int32Array
  acronyms: Int32Array
  firsts: Int32Array
  /** Use → the next one of its acronym, −1 for none; and 1 where it is the first of them, else 0. */
  nexts: Int32Array
  isFirst: Uint8Array
  /** Acronym → papers that have that of its uses which most have. */
  most: Int32Array
}

/** What each definition says, without the corpus, in which the tokens of each are far from those of the next. */
export interface LongFormStems {
  /** Definition → where its stems begin, and one more number. */
  starts: Int32Array
  stems: Int32Array
  /** Definition → the number of its acronym. */
  acronyms: Int32Array
}

export function longFormStems(
  { forms, stemOfForm }: Pick<Corpus, 'forms' | 'stemOfForm'>,
  { shorts, froms, tos, acronymOf }: FoundDefinitions,
): LongFormStems {
  const starts = new Int32Array(froms.length + 1)
  for (let i = 0; i < froms.length; i++) starts[i + 1] = starts[i] + tos[i] - froms[i]
  const stems = new Int32Array(starts[froms.length])
  const acronyms = new Int32Array(froms.length)
  for (let i = 0, place = 0; i < froms.length; i++) {
    for (let t = froms[i]; t < tos[i]; t++) stems[place++] = stemOfForm[forms[t]]
    acronyms[i] = acronymOf[forms[shorts[i]]] - 1
  }
  return { starts, stems, acronyms }
}

/** Finds the uses of acronyms: definitions of one acronym whose long forms have the same stems are one. `paperOf`: definition → paper; `names`: how many acronyms there are. */
export function acronymUses(
  { starts, stems, acronyms: acronymOf }: LongFormStems,
  paperOf: Int32Array,
  names: number,
): AcronymUses {
  const count = paperOf.length
  const ofDefinition = new Int32Array(count)
  const [papers, acronyms, firsts] = [0, 1, 2].map(() => new Int32Array(count))
  const nexts = new Int32Array(count).fill(-1)
  const isFirst = new Uint8Array(count)
  const most = new Int32Array(names)
  /** Use → the last paper that has it; acronym → its last use so far, −1 for none. */
  const lastPaper = new Int32Array(count)
  const lastUse = new Int32Array(names).fill(-1)
  let slots = 16
  while (slots < 2 * count) slots *= 2
  /** 1 + the number of a use, 0 where a slot is free: linear probing. */
  const table = new Int32Array(slots)
  let uses = 0
  for (let i = 0; i < count; i++) {
    const acronym = acronymOf[i]
    let slot = hashOf(i, acronym) & (slots - 1)
    while (table[slot] !== 0 && !isSame(table[slot] - 1, i, acronym)) slot = (slot + 1) & (slots - 1)
    let use = table[slot] - 1
    if (use < 0) {
      use = uses++
      table[slot] = use + 1
      acronyms[use] = acronym
      firsts[use] = i
      lastPaper[use] = -1
      if (lastUse[acronym] < 0) isFirst[use] = 1
      else nexts[lastUse[acronym]] = use
      lastUse[acronym] = use
    }
    ofDefinition[i] = use
    if (lastPaper[use] !== paperOf[i]) most[acronym] = Math.max(most[acronym], ++papers[use])
    lastPaper[use] = paperOf[i]
  }
  const some = (column: Int32Array): Int32Array => column.subarray(0, uses)
  return {
    ofDefinition,
    papers: some(papers),
    acronyms: some(acronyms),
    firsts: some(firsts),
    nexts: some(nexts),
    isFirst: isFirst.subarray(0, uses),
    most,
  }

  function hashOf(i: number, acronym: number): number {
    let hash = acronym
    for (let at = starts[i]; at < starts[i + 1]; at++) {
      hash = Math.imul(hash ^ stems[at], 0x85ebca6b)
      hash ^= hash >>> 15
    }
    return hash
  }

  /** Whether a use is that of definition i. */
  function isSame(use: number, i: number, acronym: number): boolean {
    if (acronyms[use] !== acronym) return false
    const [first, own] = [starts[firsts[use]], starts[i]]
    const length = starts[i + 1] - own
    if (starts[firsts[use] + 1] - first !== length) return false
    let at = 0
    while (at < length && stems[first + at] === stems[own + at]) at++
    return at === length
  }
}
