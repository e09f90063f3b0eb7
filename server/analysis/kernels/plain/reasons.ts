import type { Csr } from '../../matrix/csr.ts'
import type { TopicKernels } from '../topic-kernels.ts'

export const reasons: TopicKernels['reasons'] = (matrix, byTerm, width, assignment, most, units) => {
  const columns = new Int32Array(assignment.length * most).fill(-1)
  const shares = new Uint16Array(assignment.length * most)
  assignment.forEach((topic, paper) => {
    if (topic < 0) return
    reasonsFor(matrix, byTerm, width, paper, topic, most).forEach(({ column, share }, i) => {
      columns[paper * most + i] = column
      shares[paper * most + i] = Math.round(share * units)
    })
  })
  return { columns, shares }
}

function reasonsFor(
  { starts, indices, values }: Csr,
  byTerm: Float32Array,
  width: number,
  paper: number,
  topic: number,
  most: number,
): { column: number; share: number }[] {
  const best: { column: number; share: number }[] = []
  let total = 0
  for (let e = starts[paper]; e < starts[paper + 1]; e++) {
    const column = indices[e]
    const share = values[e] * byTerm[column * width + topic]
    if (share <= 0) continue
    total += share
    // Columns ascend, so that of equals the lower one stays in front.
    if (best.length === most && share <= best[most - 1].share) continue
    let place = best.length
    while (place > 0 && share > best[place - 1].share) place--
    best.splice(place, 0, { column, share })
    if (best.length > most) best.pop()
  }
  return best.map(({ column, share }) => ({ column, share: share / total }))
}
