import type { Corpus } from './corpus.ts'
import { STEM_SLOTS, stemSlot } from './stem-slot.ts'
import { AFTER_BREAK, AFTER_HYPHEN } from './token-flags.ts'

/** A long form and the stem that stands for it. */
export interface Unit {
  stems: Int32Array
  stem: number
}

/** Where to look for units. */
export interface FirstWords {
  /** Stem → the units that begin with it, the longest first. */
  unitsFrom: (Unit[] | undefined)[]
  /** 1 at the slot of each two stems with which one begins; others may share it. */
  mayBegin: Uint8Array
}

/** Where the units are found. `stemCount`: stems of the corpus. */
export function byFirstStem(units: readonly Unit[], stemCount: number): FirstWords {
  const unitsFrom = new Array<Unit[] | undefined>(stemCount)
  const mayBegin = new Uint8Array(STEM_SLOTS)
  for (const unit of units) {
    ;(unitsFrom[unit.stems[0]] ??= []).push(unit)
    mayBegin[stemSlot(unit.stems[0], unit.stems[1])] = 1
  }
  for (const list of unitsFrom) list?.sort((a, b) => b.stems.length - a.stems.length || a.stem - b.stem)
  return { unitsFrom, mayBegin }
}

/** The longest unit that begins at token `t` and ends before `to`, within one phrase. */
export function longFormAt(
  { forms, flags, stemOfForm }: Corpus,
  { unitsFrom, mayBegin }: FirstWords,
  t: number,
  to: number,
): Unit | undefined {
  if (t + 1 >= to) return undefined
  const first = stemOfForm[forms[t]]
  if (mayBegin[stemSlot(first, stemOfForm[forms[t + 1]])] === 0 || (flags[t] & AFTER_HYPHEN) !== 0) return undefined
  const candidates = unitsFrom[first]
  if (candidates === undefined) return undefined
  for (const unit of candidates) {
    const { stems } = unit
    if (t + stems.length > to) continue
    let j = 1
    while (j < stems.length && stemOfForm[forms[t + j]] === stems[j] && (flags[t + j] & AFTER_BREAK) === 0) j++
    if (j === stems.length) return unit
  }
  return undefined
}
