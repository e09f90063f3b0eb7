import { MEMBERSHIPS, type Memberships } from './mixture-kernels.ts'

/** Bit of a head that says that the paper has several topics; below it stands the first of them. */
const SEVERAL = 4096
/** Where the part stands in a number, and what 1 is there. */
const PART = 16
/** What a part of 1 is in whole units. */
export const WHOLE = 65_535

/** Most topics that heads can name. */
export const MOST_TOPICS = SEVERAL

/** A topic and its part (0–1) of a paper in one number; 0 where that is all but none. */
export function membership(topic: number, part: number): number {
  const units = Math.floor(Math.fround(Math.fround(part * WHOLE) + 0.5))
  return units === 0 ? 0 : topic | (units << PART)
}

/** The first number of a paper, and whether there are more; 0 for no topic. */
export function headOf(members: Int32Array, paper: number): number {
  const at = paper * MEMBERSHIPS
  return members[at] | (members[at + 1] === 0 ? 0 : SEVERAL)
}

/** The part that a number, or a head, stands for, in whole units. */
export function unitsOf(number: number): number {
  return number >>> PART
}

/** Calls `each` with the topics of a paper and their parts in whole units, largest first. */
export function forTopics(
  { heads, members }: Memberships,
  paper: number,
  each: (topic: number, units: number) => void,
): void {
  const head = heads[paper]
  if (head === 0) return
  if ((head & SEVERAL) === 0) return each(head & (SEVERAL - 1), unitsOf(head))
  for (let at = paper * MEMBERSHIPS; at < (paper + 1) * MEMBERSHIPS && members[at] !== 0; at++) {
    each(members[at] & (SEVERAL - 1), unitsOf(members[at]))
  }
}
