import type { TopicKernels } from '../topic-kernels.ts'

export const topicCentroids: TopicKernels['topicCentroids'] = (matrix, assignment, k, width, byTerm) => {
  const { rows, columns, starts, indices, values } = matrix
  const sums = new Float64Array(columns * width)
  for (let paper = 0; paper < rows; paper++) {
    const topic = assignment[paper]
    if (topic < 0) continue
    for (let e = starts[paper]; e < starts[paper + 1]; e++) sums[indices[e] * width + topic] += values[e]
  }
  const squares = new Float64Array(k)
  for (let t = 0; t < columns; t++) for (let c = 0; c < k; c++) squares[c] += sums[t * width + c] * sums[t * width + c]
  const lengths = squares.map(Math.sqrt)
  for (let t = 0; t < columns; t++) {
    for (let c = 0; c < width; c++) byTerm[t * width + c] = lengths[c] > 0 ? sums[t * width + c] / lengths[c] : 0
  }
  return lengths
}
