import { FormTable } from './form-table.ts'
import { findLongForms, numberWritings } from './find-long-forms.ts'
import { findStretches } from './find-stretches.ts'
import { matchDefinitions } from './match-definitions.ts'
import { stemSlot } from './stem-slot.ts'
import type { Stretches } from './stretches.ts'
import { AFTER_BREAK, AFTER_HYPHEN } from './token-flags.ts'
import type { Abstracts, TokenKernels, TokenRows, WordJoiner } from './token-kernels.ts'

/** The kernels over tokens in TypeScript: where there is no WebAssembly, and what the others are checked against. */
export const plainTokenKernels: TokenKernels = {
  int32: (length) => new Int32Array(length),
  bytes: (length) => new Uint8Array(length),
  bareInt32: (length) => new Int32Array(length),
  bareBytes: (length) => new Uint8Array(length),
  scope: (work) => work(),
  wordJoiner,
  renumber,
  countForms,
  countMarked,
  findMarked,
  findBegins,
  matchDefinitions,
  findLongForms,
  numberWritings,
  stretches,
  compact,
}

function wordJoiner(): WordJoiner {
  const table = new FormTable()
  return { add: (list) => table.join(list), words: (first) => table.words(first) }
}

function renumber(
  forms: Int32Array,
  ends: Int32Array,
  numbers: readonly Int32Array[],
  meanwhile = (): void => {},
): void {
  meanwhile()
  numbers.forEach((own, shard) => {
    for (let t = shard === 0 ? 0 : ends[shard - 1]; t < ends[shard]; t++) forms[t] = own[forms[t]]
  })
}

function countForms(forms: Int32Array, formCount: number): Int32Array {
  const counts = new Int32Array(formCount)
  for (let t = 0; t < forms.length; t++) counts[forms[t]]++
  return counts
}

function countMarked({ n, starts, forms }: TokenRows, marked: Uint8Array): Int32Array {
  const counts = new Int32Array(n)
  for (let paper = 0; paper < n; paper++)
    for (let t = starts[paper]; t < starts[paper + 1]; t++) counts[paper] += marked[forms[t]]
  return counts
}

function findMarked(keys: Int32Array | Uint8Array, marked: Uint8Array): Int32Array {
  const found: number[] = []
  for (let t = 0; t < keys.length; t++) if (marked[keys[t]] === 1) found.push(t)
  return Int32Array.from(found)
}

function findBegins(forms: Int32Array, begins: Uint8Array, stemOfForm: Int32Array, mayBegin: Uint8Array): Int32Array {
  const found: number[] = []
  for (let t = 0; t < forms.length; t++) {
    const kind = begins[forms[t]]
    if (kind === 0) continue
    if (kind === 1) found.push(t)
    else if (t + 1 < forms.length && mayBegin[stemSlot(stemOfForm[forms[t]], stemOfForm[forms[t + 1]])] === 1)
      found.push(t)
  }
  return Int32Array.from(found)
}

function stretches(
  abstracts: Abstracts,
  least: number,
  slots: number,
  meanwhile = (): void => {},
  later = (): void => {},
): Stretches {
  meanwhile()
  later()
  const full = Math.min(least, 65_535)
  const table = new Uint16Array(slots)
  const slotOf = (high: number): number => (high ^ (high >>> 15)) & (slots - 1)
  findStretches(abstracts, (high) => {
    if (table[slotOf(high)] < full) table[slotOf(high)]++
  })
  const found: number[] = []
  findStretches(abstracts, (high, low, from, length) => {
    if (table[slotOf(high)] >= full) found.push(high, low, from, length)
  })
  const column = (c: number): Int32Array => Int32Array.from({ length: found.length / 4 }, (_, i) => found[4 * i + c])
  return { high: column(0), low: column(1), starts: column(2), lengths: column(3) }
}

function compact({ n, starts, abstractStarts, forms, flags }: TokenRows, dropped: Uint8Array): TokenRows {
  let kept = 0
  const read = (from: number, to: number): void => {
    let carried = 0
    for (let t = from; t < to; t++) {
      if (dropped[t] === 1) carried |= AFTER_BREAK | flags[t]
      if (dropped[t] !== 0) continue
      forms[kept] = forms[t]
      flags[kept++] = carried === 0 ? flags[t] : (carried | flags[t]) & ~AFTER_HYPHEN
      carried = 0
    }
  }
  let from = 0
  for (let paper = 0; paper < n; paper++) {
    const [abstract, to] = [abstractStarts[paper], starts[paper + 1]]
    read(from, abstract)
    abstractStarts[paper] = kept
    read(abstract, to)
    starts[paper + 1] = kept
    from = to
  }
  return { n, starts, abstractStarts, forms: forms.subarray(0, kept), flags: flags.subarray(0, kept) }
}
