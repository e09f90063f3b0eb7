import { STEM_SLOTS, stemSlot } from './stem-slot.ts'

/** A long form and the stem that stands for it. */
export interface Unit {
  stems: Int32Array
  stem: number
}

/** What is sought in a collection: acronyms, and long forms of two words or more. */
export interface LongForms {
  /** Form → 1 where it is an acronym, 2 where only a long form may begin with it, else 0. */
  begins: Uint8Array
  stemOfForm: Int32Array
  /** 1 at the slot of each two stems with which one begins (`stemSlot`); others may share it. */
  mayBegin: Uint8Array
  /** Stem → the first of the long forms that begin with it, and one more number: the longest of them come first. */
  firsts: Int32Array
  /** Long form → where its stems begin in `stems`, and one more number. */
  starts: Int32Array
  stems: Int32Array
  /** Long form → the stem that stands for it. */
  stands: Int32Array
}

/** Each way of writing the long forms and acronyms that were found has a number; `firsts`: where it is met first. */
export interface Writings {
  numbers: Int32Array
  firsts: Int32Array
}

/** What is known of a token before long forms are sought: an acronym that says the same once more, and one that its paper takes for something else. */
export const AGAIN = 1
export const OTHERWISE = 2

/** A token that has become part of the one before it. The first behind the beginning of a long form of n words has n + 1 instead. */
export const GONE = 2

/** The units, by their first stems. `stemCount`: stems of the corpus. */
export function byFirstStem(
  units: readonly Unit[],
  stemCount: number,
): Pick<LongForms, 'mayBegin' | 'firsts' | 'starts' | 'stems' | 'stands'> {
  const mayBegin = new Uint8Array(STEM_SLOTS)
  const sorted = [...units].sort(
    (a, b) => a.stems[0] - b.stems[0] || b.stems.length - a.stems.length || a.stem - b.stem,
  )
  const firsts = new Int32Array(stemCount + 1)
  const starts = new Int32Array(sorted.length + 1)
  sorted.forEach(({ stems }, i) => {
    firsts[stems[0] + 1]++
    starts[i + 1] = starts[i] + stems.length
    mayBegin[stemSlot(stems[0], stems[1])] = 1
  })
  for (let stem = 0; stem < stemCount; stem++) firsts[stem + 1] += firsts[stem]
  return {
    mayBegin,
    firsts,
    starts,
    stems: Int32Array.from(sorted.flatMap(({ stems }) => [...stems])),
    stands: Int32Array.from(sorted, ({ stem }) => stem),
  }
}
