import { expect, test } from 'vitest'
import { createRandom, shuffled } from '../../../server/analysis/math/random.ts'
import { NO_FIRST_DAY, NO_LAST_DAY, pickPapers, type Pick } from '../../../server/store/paper-order.ts'

const PAPERS = 300
const random = createRandom(3)
const numbers = Array.from({ length: PAPERS }, (_, paper) => paper)
const first = Int32Array.from(numbers, () => (random.below(9) === 0 ? NO_FIRST_DAY : random.below(40)))
const last = first.map((day) => (day === NO_FIRST_DAY ? NO_LAST_DAY : day + random.below(10)))
const newest = Int32Array.from(numbers.toSorted((a, b) => first[b] - first[a] || a - b))
const order = Int32Array.from(shuffled(PAPERS, random))
const of = Int32Array.from(numbers, () => random.below(4))

/** All that pass, found by a look at each paper. */
function plainly({ order: sorted, topic, days, members }: Pick): number[] {
  return [...sorted].filter(
    (paper) =>
      (topic === null || of[paper] === topic.id) &&
      (days === null || (first[paper] >= days.from && last[paper] <= days.to)) &&
      (members === null || members.includes(paper)),
  )
}

test('picks what a look at each paper finds, page by page, whatever it is narrowed by', () => {
  const some = (share: number) => Int32Array.from(numbers.filter(() => random.below(100) < share))
  for (const sorted of [order, newest]) {
    for (const id of [null, 0, 3, 7]) {
      for (const ends of [null, [10, 12], [5, 39], [39, 10], [NO_FIRST_DAY + 1, 20], [30, NO_LAST_DAY - 1]]) {
        for (const members of [null, some(0), some(3), some(90)]) {
          const topic = id === null ? null : { of, id }
          const days = ends === null ? null : { first, last, newest, from: ends[0], to: ends[1] }
          const pick: Pick = { order: sorted, topic, days, members, after: -1, limit: 7 }
          const wanted = plainly(pick)
          const found: number[] = []
          for (let after = -1; ;) {
            const { numbers: page, place, hasMore, total } = pickPapers({ ...pick, after })
            expect(total).toBe(wanted.length)
            found.push(...page)
            if (!hasMore) break
            expect(page.length).toBe(7)
            expect(sorted[place]).toBe(page.at(-1))
            after = place
          }
          expect(found).toEqual(wanted)
        }
      }
    }
  }
})
