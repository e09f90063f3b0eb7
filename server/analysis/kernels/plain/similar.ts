import type { Csr } from '../../matrix/csr.ts'
import type { Kernels } from '../kernels.ts'
import type { SimilarRows } from '../neighbour-kernels.ts'

export const similar: Kernels['similar'] = (matrix, rows, { ids, count, order }, out) => {
  const { starts, indices, values, columns } = matrix
  /** One row, spread over all columns; zeros again after use. */
  const spread = new Float32Array(columns)
  order.forEach((i) => {
    const paper = rows[i]
    const [from, to] = [starts[paper], starts[paper + 1]]
    for (let e = from; e < to; e++) spread[indices[e]] = values[e]
    for (let c = 0; c < count; c++) {
      const neighbour = ids[i * count + c]
      if (neighbour < 0) break
      keep(out, paper, rows[neighbour], cosine(matrix, rows[neighbour], spread))
    }
    for (let place = paper * out.most; place < (paper + 1) * out.most; place++) {
      if (out.papers[place] >= 0) keepTerms(out, place, matrix, spread)
    }
    for (let e = from; e < to; e++) spread[indices[e]] = 0
  })
}

function cosine({ starts, indices, values }: Csr, row: number, spread: Float32Array): number {
  let sum = 0
  for (let e = starts[row]; e < starts[row + 1]; e++) sum += values[e] * spread[indices[e]]
  return Math.fround(sum)
}

/** Puts one paper where it belongs among those kept so far. */
function keep({ papers, scores, most }: SimilarRows, paper: number, other: number, score: number): void {
  if (score <= 0) return
  const base = paper * most
  const isBehind = (place: number): boolean =>
    papers[place] < 0 || score > scores[place] || (score === scores[place] && other < papers[place])
  let place = base + most - 1
  if (!isBehind(place)) return
  for (; place > base && isBehind(place - 1); place--) {
    papers[place] = papers[place - 1]
    scores[place] = scores[place - 1]
  }
  papers[place] = other
  scores[place] = score
}

function keepTerms(
  { papers, terms, termCount }: SimilarRows,
  pair: number,
  { starts, indices, values }: Csr,
  spread: Float32Array,
): void {
  const base = pair * termCount
  const best = new Float64Array(termCount)
  const row = papers[pair]
  for (let e = starts[row]; e < starts[row + 1]; e++) {
    const product = values[e] * spread[indices[e]]
    if (product <= best[termCount - 1]) continue
    let place = termCount - 1
    for (; place > 0 && product > best[place - 1]; place--) {
      best[place] = best[place - 1]
      terms[base + place] = terms[base + place - 1]
    }
    best[place] = product
    terms[base + place] = indices[e]
  }
}
