import { log2 } from '../math/elementary.ts'
import { IN_TITLE } from './phrase-rows.ts'
import type { Phrases } from './phrases.ts'

/** What a paper adds for 0…7 mentions of a phrase: log₂(1 + mentions) / 3, so that seven mentions count as a whole paper. */
const EMPHASIS = Float32Array.from({ length: 8 }, (_, mentions) => log2(1 + mentions) / 3)

/** How the papers of all groups together use each phrase. */
export interface OverallCounts {
  /** Papers in any group. */
  all: number
  /** Phrase → papers that hold it, and that have it in the title. */
  papers: Int32Array
  titles: Int32Array
}

/** Counts the phrases of the papers that are in any group. `groupOf`: paper → group, −1 for none. */
export function countOverall(phrases: Phrases, groupOf: Int32Array): OverallCounts {
  const counts = { all: 0, papers: new Int32Array(phrases.count), titles: new Int32Array(phrases.count) }
  for (const group of groupOf) if (group >= 0) counts.all++
  for (const rows of phrases.rows) {
    for (let paper = 0; paper < groupOf.length; paper++) {
      if (groupOf[paper] < 0) continue
      for (let e = rows.starts[paper]; e < rows.starts[paper + 1]; e++) {
        counts.papers[rows.phrases[e]]++
        if ((rows.mentions[e] & IN_TITLE) !== 0) counts.titles[rows.phrases[e]]++
      }
    }
  }
  return counts
}

/** How the papers of one group after the other use each phrase: there are far too many phrases for a table of all groups. */
export class GroupCounts {
  /** Papers of the group. */
  size = 0
  /** Phrase → papers of the group that have it, and that have it in the title. */
  readonly papers: Int32Array
  readonly titles: Int32Array
  /** Phrase → sum over the group's papers of how much they speak of it, 0–1 each. */
  readonly emphasis: Float32Array
  /** The phrases that the group has, in no order: those of one stem, and all others. */
  singles: number[] = []
  longer: number[] = []
  readonly #phrases: Phrases

  constructor(phrases: Phrases) {
    this.#phrases = phrases
    this.papers = new Int32Array(phrases.count)
    this.titles = new Int32Array(phrases.count)
    this.emphasis = new Float32Array(phrases.count)
  }

  /** Counts another group in place of the last one. `members`: numbers of its papers, ascending. */
  count(members: Int32Array): void {
    for (const list of [this.singles, this.longer]) {
      for (const phrase of list) this.papers[phrase] = this.titles[phrase] = this.emphasis[phrase] = 0
      list.length = 0
    }
    this.size = members.length
    this.#phrases.rows.forEach(({ starts, phrases, mentions }, level) => {
      const met = level === 0 ? this.singles : this.longer
      for (const paper of members) {
        for (let e = starts[paper]; e < starts[paper + 1]; e++) {
          const phrase = phrases[e]
          if (this.papers[phrase]++ === 0) met.push(phrase)
          this.emphasis[phrase] += EMPHASIS[Math.min(7, mentions[e] & ~IN_TITLE)]
          if ((mentions[e] & IN_TITLE) !== 0) this.titles[phrase]++
        }
      }
    })
  }
}

/** The papers of each group 0…k−1, ascending. */
export function membersOf(groupOf: Int32Array, k: number): Int32Array[] {
  const sizes = new Int32Array(k)
  for (const group of groupOf) if (group >= 0) sizes[group]++
  const members = Array.from(sizes, (size) => new Int32Array(size))
  sizes.fill(0)
  groupOf.forEach((group, paper) => {
    if (group >= 0) members[group][sizes[group]++] = paper
  })
  return members
}
