import type { TokenKernels } from '../../text/token-kernels.ts'
import type { Arena } from './arena.ts'
import type { Parallel } from './kernel-names.ts'
import { places } from './places.ts'

/** Papers of a shard, and tokens behind brackets. */
const PAPERS = 1024
const OPENED = 2048

/** Numbers of a definition in `matchDefinitions`. */
const FIELDS = 4

/** The kernels that find long forms and acronyms, in WebAssembly (`assembly/text/long-forms.ts`). */
export function createLongFormKernels(
  arena: Arena,
  scope: TokenKernels['scope'],
  parallel: Parallel,
): Pick<TokenKernels, 'matchDefinitions' | 'findLongForms' | 'numberWritings'> {
  const own = (numbers: Int32Array): Int32Array => {
    const copy = arena.bareInt32(numbers.length)
    copy.set(numbers)
    return copy
  }
  const ownUnits = (units: Uint16Array): Uint8Array => {
    const copy = arena.bareBytes(2 * units.length)
    new Uint16Array(copy.buffer, copy.byteOffset, units.length).set(units)
    return copy
  }

  return {
    matchDefinitions: ({ n, starts, abstractStarts, forms, flags }, known, opened, meanwhile) =>
      scope(() => {
        const [units, letters] = [known.units, known.letters].map(ownUnits)
        const [formStarts, acronymOf, letterStarts, most] = [
          known.starts,
          known.acronymOf,
          known.letterStarts,
          known.most,
        ].map(own)
        const what = own(
          Int32Array.from(places(forms, flags, formStarts, units, acronymOf, letterStarts, letters, most)),
        )
        const out = arena.bareInt32(FIELDS * opened.length)
        const args = [...places(starts, abstractStarts), n, ...places(what, own(opened), out)]
        parallel('matchDefinitions', opened.length, OPENED, args, meanwhile)
        let found = 0
        for (let at = 0; at < out.length; at += FIELDS) if (out[at] >= 0) found++
        const [papers, shorts, froms, tos] = Array.from({ length: FIELDS }, () => new Int32Array(found))
        for (let at = 0, i = 0; at < out.length; at += FIELDS) {
          if (out[at] < 0) continue
          papers[i] = out[at]
          shorts[i] = out[at + 1]
          froms[i] = out[at + 2]
          tos[i++] = out[at + 3]
        }
        return { papers, shorts, froms, tos }
      }),

    findLongForms: ({ n, starts, abstractStarts, forms, flags }, known, marks) =>
      scope(() => {
        const mayBegin = arena.bareBytes(known.mayBegin.length)
        mayBegin.set(known.mayBegin)
        const keys = own(known.stemOfForm)
        for (let form = 0; form < keys.length; form++) keys[form] = (keys[form] << 2) | known.begins[form]
        const [firsts, unitStarts, stems] = [known.firsts, known.starts, known.stems].map(own)
        const addresses = places(forms, flags, keys, mayBegin, firsts, unitStarts, stems, marks)
        const what = own(Int32Array.from(addresses))
        const counts = arena.int32(Math.ceil(n / PAPERS))
        const out = arena.bareInt32(forms.length)
        const rows = [...places(starts, abstractStarts, what), forms.length]
        parallel('findLongForms', n, PAPERS, [...rows, counts.byteOffset, PAPERS, out.byteOffset])
        const found = new Int32Array(counts.reduce((sum, count) => sum + count, 0))
        let place = 0
        counts.forEach((count, shard) => {
          const first = starts[shard * PAPERS]
          found.set(out.subarray(first, first + count), place)
          place += count
        })
        return found
      }),

    numberWritings: ({ forms, flags }, marks, found) =>
      scope(() => {
        let slots = 16
        while (slots < 2 * found.length) slots *= 2
        const numbers = arena.bareInt32(found.length)
        const firsts = arena.bareInt32(found.length)
        const distinct = arena.int32(1)
        const at = own(found)
        const table = arena.int32(slots)
        parallel('numberWritings', 1, 1, [
          ...places(forms, flags, marks),
          forms.length,
          at.byteOffset,
          found.length,
          ...places(numbers, firsts, table),
          slots - 1,
          distinct.byteOffset,
        ])
        return { numbers: numbers.slice(), firsts: firsts.slice(0, distinct[0]) }
      }),
  }
}
