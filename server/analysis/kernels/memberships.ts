import { MEMBERSHIPS, type Memberships } from './mixture-kernels.ts'

const { fround } = Math
/** Numbers that say which topics a paper belongs to. */
const PAIRS = MEMBERSHIPS * 2
/** Bit of a head that says that the paper has several topics; below it stands the first of them. */
const SEVERAL = 4096
/** Where the part stands in a head, and what 1 is there. */
const PART = 16
const WHOLE = 65_535
const PER_WHOLE = fround(1 / WHOLE)

/** Most topics that heads can name. */
export const MOST_TOPICS = SEVERAL

/** The first pair of a paper in one number: topic, whether there are more, and the part to 16 bits; 0 for no topic. */
export function headOf(pairs: Float32Array, paper: number): number {
  const at = paper * PAIRS
  const part = Math.floor(fround(fround(pairs[at + 1] * WHOLE) + 0.5))
  return part === 0 ? 0 : pairs[at] | (pairs[at + 3] > 0 ? SEVERAL : 0) | (part << PART)
}

/** Calls `each` with the topics of a paper and their parts. */
export function forTopics(
  { heads, pairs }: Memberships,
  paper: number,
  each: (topic: number, part: number) => void,
): void {
  const head = heads[paper]
  if (head === 0) return
  if ((head & SEVERAL) === 0) return each(head & (SEVERAL - 1), fround((head >>> PART) * PER_WHOLE))
  for (let at = paper * PAIRS; at < (paper + 1) * PAIRS && pairs[at + 1] > 0; at += 2) each(pairs[at], pairs[at + 1])
}
