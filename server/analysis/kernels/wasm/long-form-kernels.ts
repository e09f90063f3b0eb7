import type { TokenKernels } from '../../text/token-kernels.ts'
import type { Arena } from './arena.ts'
import type { Parallel } from './kernel-names.ts'
import { places } from './places.ts'

/** Papers of a shard. */
const PAPERS = 1024

/** The kernels that find long forms and acronyms, in WebAssembly (`assembly/text/long-forms.ts`). */
export function createLongFormKernels(
  arena: Arena,
  scope: TokenKernels['scope'],
  parallel: Parallel,
): Pick<TokenKernels, 'findLongForms' | 'numberWritings'> {
  const own = (numbers: Int32Array): Int32Array => {
    const copy = arena.bareInt32(numbers.length)
    copy.set(numbers)
    return copy
  }

  return {
    findLongForms: ({ n, starts, abstractStarts, forms, flags }, known, marks) =>
      scope(() => {
        const mayBegin = arena.bareBytes(known.mayBegin.length)
        mayBegin.set(known.mayBegin)
        const [stemOfForm, firsts, unitStarts, stems] = [known.stemOfForm, known.firsts, known.starts, known.stems].map(
          own,
        )
        const addresses = places(forms, flags, known.begins, stemOfForm, mayBegin, firsts, unitStarts, stems, marks)
        const what = own(Int32Array.from(addresses))
        const counts = arena.int32(Math.ceil(n / PAPERS))
        const out = arena.bareInt32(forms.length)
        const rows = places(starts, abstractStarts, what, counts)
        parallel('findLongForms', n, PAPERS, [...rows, PAPERS, out.byteOffset])
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
