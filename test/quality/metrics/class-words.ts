import type { TermCounts } from '../../../server/analysis/matrix/term-counts.ts'

/**
 * The `most` words that tell each topic apart, best first, by class-based TF-IDF: tf · ln(1 + A ÷ f), tf the word's count in the topic, f its count
 * in all topics, A the mean number of words of a topic. Formula: Grootendorst, BERTopic, arXiv:2203.05794 (2022). Ties go to the more
 * frequent column. `assignment`: paper → topic 0…k−1, −1 for none. Returns columns of `terms`; pairs of words are left out.
 */
export function classWords(
  { counts, stemOfColumn }: TermCounts,
  assignment: Int32Array,
  k: number,
  most: number,
): number[][] {
  const { columns, starts, indices, values } = counts
  const frequency = new Float64Array(k * columns)
  const everywhere = new Float64Array(columns)
  let all = 0
  for (let paper = 0; paper < counts.rows; paper++) {
    const topic = assignment[paper]
    if (topic < 0) continue
    for (let e = starts[paper]; e < starts[paper + 1]; e++) {
      if (stemOfColumn[indices[e]] < 0) continue
      frequency[topic * columns + indices[e]] += values[e]
      everywhere[indices[e]] += values[e]
      all += values[e]
    }
  }
  const mean = all / k
  return Array.from({ length: k }, (_, topic) => {
    const own = frequency.subarray(topic * columns, (topic + 1) * columns)
    const score = own.map((count, column) => (count === 0 ? 0 : count * Math.log(1 + mean / everywhere[column])))
    return Array.from(own.keys())
      .filter((column) => own[column] > 0)
      .sort((a, b) => score[b] - score[a] || a - b)
      .slice(0, most)
  })
}
