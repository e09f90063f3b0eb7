import { expect, it } from 'vitest'
import { topicStability } from '../../../../server/analysis/topics/topic-stability.ts'

const papers = Int32Array.of(0, 1, 2, 3, 4, 5)
const run = (...assignment: number[]) => ({ papers, assignment: Int32Array.from(assignment) })

it('tells a topic that always comes back from one that falls apart', () => {
  const topics = Int32Array.of(0, 0, 0, 1, 1, 1)
  const witnesses = [run(1, 1, 1, 0, 0, 2), run(0, 0, 0, 1, 2, 3)]
  const [firm, loose] = topicStability(topics, 2, witnesses)
  expect(firm).toEqual({ overlap: 1, compared: 2, together: 2 })
  expect(loose).toEqual({ overlap: (2 / 3 + 1 / 3) / 2, compared: 2, together: 1 })
})

it('says nothing of a topic that no run saw, and leaves papers without a topic out', () => {
  const seen = { papers: Int32Array.of(0, 1), assignment: Int32Array.of(0, 0) }
  expect(topicStability(Int32Array.of(0, 0, -1, 1, 1, -1), 2, [seen])).toEqual([
    { overlap: 1, compared: 1, together: 1 },
    null,
  ])
  expect(topicStability(Int32Array.of(0), 1, [])).toEqual([null])
})
