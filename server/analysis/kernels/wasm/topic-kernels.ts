import type { Kernels } from '../kernels.ts'
import type { TopicKernels } from '../topic-kernels.ts'
import type { Arena } from './arena.ts'
import type { Parallel } from './kernel-names.ts'
import { places } from './places.ts'

/** The kernels of topics in WebAssembly. `scope` gives back what its work took of the arena. */
export function createTopicKernels(arena: Arena, scope: Kernels['scope'], parallel: Parallel): TopicKernels {
  const copy = (numbers: Int32Array): Int32Array => {
    const own = arena.bareInt32(numbers.length)
    own.set(numbers)
    return own
  }

  return {
    topicCentroids: ({ columns, starts, indices, values }, assignment, k, width, byTerm) =>
      scope(() => {
        // Each topic is summed up by one thread, in the order of its papers; columns beyond the topics have none.
        const topicStarts = arena.int32(width + 1)
        for (const topic of assignment) if (topic >= 0) topicStarts[topic + 1]++
        for (let topic = 0; topic < width; topic++) topicStarts[topic + 1] += topicStarts[topic]
        const papers = arena.bareInt32(topicStarts[width])
        const next = topicStarts.slice()
        assignment.forEach((topic, paper) => {
          if (topic >= 0) papers[next[topic]++] = paper
        })
        const lengths = arena.float64(width)
        const scratch = arena.float64(columns * parallel.threads)
        const matrix = places(topicStarts, papers, starts, indices, values)
        parallel('topicCentroids', width, 1, [...matrix, columns, width, ...places(byTerm, lengths, scratch)])
        return lengths.slice(0, k)
      }),

    stand: (cosines, width, lengths, assignment, first, standings) =>
      scope(() => {
        const count = cosines.length / width
        const own = copy(assignment.subarray(first, first + count))
        const ofTopics = arena.float64(lengths.length)
        ofTopics.set(lengths)
        const [score, withoutSelf, runnerUpScore] = [1, 2, 3].map(() => arena.bareFloat32(count))
        const runnerUp = arena.bareInt32(count)
        const out = places(ofTopics, own, score, withoutSelf, runnerUp, runnerUpScore)
        parallel('stand', count, 512, [cosines.byteOffset, width, lengths.length, ...out])
        standings.score.set(score, first)
        standings.scoreWithoutSelf.set(withoutSelf, first)
        standings.runnerUp.set(runnerUp, first)
        standings.runnerUpScore.set(runnerUpScore, first)
      }),

    reasons: ({ starts, indices, values }, byTerm, width, assignment, most, units) =>
      scope(() => {
        const n = assignment.length
        const [columns, shares] = [arena.bareInt32(n * most), arena.bareInt16(n * most)]
        const scratch = arena.float64(most * parallel.threads)
        const from = [...places(starts, indices, values, byTerm), width, copy(assignment).byteOffset]
        parallel('reasons', n, 512, [...from, most, units, ...places(columns, shares, scratch)])
        return { columns: Int32Array.from(columns), shares: Uint16Array.from(shares) }
      }),
  }
}
