import type { TopicKernels } from '../topic-kernels.ts'

export const stand: TopicKernels['stand'] = (cosines, width, lengths, assignment, first, standings) => {
  const { score, scoreWithoutSelf, runnerUp, runnerUpScore } = standings
  for (let i = 0; i < cosines.length / width; i++) {
    const paper = first + i
    const own = assignment[paper]
    const at = i * width
    let second = -1
    for (let c = 0; c < lengths.length; c++) {
      if (c !== own && (second < 0 || cosines[at + c] > cosines[at + second])) second = c
    }
    score[paper] = own < 0 ? 0 : cosines[at + own]
    scoreWithoutSelf[paper] = own < 0 ? 0 : withoutSelf(cosines[at + own], lengths[own])
    runnerUp[paper] = second
    runnerUpScore[paper] = second < 0 ? 0 : cosines[at + second]
  }
}

/** Cosine of a unit vector to the sum of a group without it, from its cosine to the sum with it and that sum's length. */
function withoutSelf(cosine: number, length: number): number {
  const rest = length * length - 2 * cosine * length + 1
  return rest < 1e-9 ? 0 : Math.max(0, (cosine * length - 1) / Math.sqrt(rest))
}
