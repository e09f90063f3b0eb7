import { log } from '../../math/elementary.ts'
import type { Kernels } from '../kernels.ts'

export const company: Kernels['company'] = (byTerm, byPaper, { contexts, logTotals, powers, logAll }, first, out) => {
  const shared = new Float64Array(contexts)
  for (let i = 0; i < out.counts.length; i++) {
    const term = first + i
    for (let e = byTerm.starts[term]; e < byTerm.starts[term + 1]; e++) {
      const paper = byTerm.indices[e]
      for (let f = byPaper.starts[paper]; f < byPaper.starts[paper + 1]; f++) {
        // The columns of a paper ascend: the contexts come first.
        if (byPaper.indices[f] >= contexts) break
        shared[byPaper.indices[f]] += byTerm.values[e] * byPaper.values[f]
      }
    }
    let kept = 0
    for (let other = 0; other < contexts; other++) {
      if (shared[other] === 0) continue
      const information = log(shared[other]) + logAll - logTotals[term] - powers[other]
      shared[other] = 0
      if (information <= 0 || other === term) continue
      out.columns[i * contexts + kept] = other
      out.information[i * contexts + kept++] = information
    }
    out.counts[i] = kept
  }
}
