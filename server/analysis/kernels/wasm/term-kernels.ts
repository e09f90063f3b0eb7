import type { FormTerms } from '../../matrix/form-terms.ts'
import type { TermKernels } from '../../matrix/term-kernels.ts'
import type { Arena } from './arena.ts'
import type { Parallel } from './kernel-names.ts'

/** Papers of a shard. */
const PAPERS = 512

/** The kernels over terms in WebAssembly (`assembly/text/terms.ts`). */
export function createTermKernels(
  arena: Arena,
  scope: <T>(work: () => T) => T,
  parallel: Parallel,
): Pick<TermKernels, 'countDocuments' | 'countColumns' | 'weigh'> {
  const copy = (numbers: Int32Array): number => {
    const own = arena.int32(numbers.length)
    own.set(numbers)
    return own.byteOffset
  }
  const copyTerms = ({ own, lists }: FormTerms): number[] => [own, lists].map(copy)

  return {
    countDocuments: ({ n, starts, forms }, terms, termCount) =>
      scope(() => {
        const size = termCount + 1
        const counts = arena.int32(2 * size * parallel.threads)
        const rows = [starts.byteOffset, forms.byteOffset, ...copyTerms(terms)]
        parallel('countDocuments', n, PAPERS, [...rows, counts.byteOffset, termCount])
        const documents = new Int32Array(termCount)
        for (let first = 1; first < size * parallel.threads; first += size)
          for (let term = 0; term < termCount; term++) documents[term] += counts[2 * (first + term) + 1]
        return documents
      }),

    countColumns({ n, starts, abstractStarts, forms }, unordered, columnCount, titleWeight, inOrder) {
      let columns = unordered
      const entryStarts = arena.int32(n + 1)
      scope(() => {
        const counts = arena.int32(n)
        const last = arena.int32((columnCount + 1) * parallel.threads)
        const rows = [starts.byteOffset, forms.byteOffset, ...copyTerms(unordered)]
        // How many entries a paper has is the same however columns are numbered.
        parallel('countEntries', n, PAPERS, [...rows, last.byteOffset, columnCount, counts.byteOffset], () => {
          if (inOrder !== undefined) columns = inOrder()
        })
        for (let paper = 0; paper < n; paper++) entryStarts[paper + 1] = entryStarts[paper] + counts[paper]
      })
      const indices = arena.bareInt32(entryStarts[n])
      const values = arena.bareFloat32(entryStarts[n])
      scope(() => {
        // Weights, a bit for each of them, and one for each 64 bits (`fillEntries`).
        const words = Math.ceil((columnCount + 1) / 64)
        const bytes = 8 * (Math.ceil((columnCount + 2) / 2) + words + Math.ceil(words / 64))
        const scratch = arena.bytes(bytes * parallel.threads)
        const rows = [starts.byteOffset, abstractStarts.byteOffset, forms.byteOffset, ...copyTerms(columns)]
        const entries = [entryStarts.byteOffset, indices.byteOffset, values.byteOffset]
        parallel('fillEntries', n, PAPERS, [...rows, scratch.byteOffset, bytes, columnCount, titleWeight, ...entries])
      })
      return { rows: n, columns: columnCount, starts: entryStarts, indices, values }
    },

    weigh({ rows, starts, indices, values: counts }, idf, tf) {
      const values = arena.bareFloat32(counts.length)
      scope(() => {
        const own = arena.float64(idf.length)
        own.set(idf)
        const ofCounts = arena.float64(tf.length)
        ofCounts.set(tf)
        const matrix = [starts.byteOffset, indices.byteOffset, counts.byteOffset]
        parallel('weigh', rows, PAPERS, [...matrix, own.byteOffset, ofCounts.byteOffset, tf.length, values.byteOffset])
      })
      return values
    },
  }
}
