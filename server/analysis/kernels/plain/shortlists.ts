import { log } from '../../math/elementary.ts'
import { ENTRY_BITS, IN_TITLE, MOST_MENTIONS, type PhraseKernels, type ShortlistInput } from '../phrase-kernels.ts'

/** How the papers of a group use each phrase. */
interface Counts {
  size: number
  papers: Int32Array
  titles: Int32Array
  /** Sum over the papers of how much they speak of it. */
  emphasis: Float32Array
}

export const shortlists: PhraseKernels['shortlists'] = (input, most) => {
  const groups = input.memberStarts.length - 1
  const size = groups * most
  const lists = {
    most,
    counts: new Int32Array(groups),
    phrases: new Int32Array(size),
    papers: new Int32Array(size),
    scores: new Float64Array(size),
  }
  for (let group = 0; group < groups; group++) {
    const counts = countGroup(input, group)
    const best = scored(input, counts)
      .sort((a, b) => b.score - a.score || a.phrase - b.phrase)
      .slice(0, most)
    lists.counts[group] = best.length
    best.forEach(({ phrase, score }, i) => {
      lists.phrases[group * most + i] = phrase
      lists.papers[group * most + i] = counts.papers[phrase]
      lists.scores[group * most + i] = score
    })
  }
  return lists
}

function countGroup(
  { rows, memberStarts, members, papers: { length }, emphasis }: ShortlistInput,
  group: number,
): Counts {
  const own = members.subarray(memberStarts[group], memberStarts[group + 1])
  const counts = {
    size: own.length,
    papers: new Int32Array(length),
    titles: new Int32Array(length),
    emphasis: new Float32Array(length),
  }
  for (const paper of own) {
    for (const entry of rows.entries.subarray(rows.starts[paper], rows.ends[paper])) {
      const phrase = entry >> ENTRY_BITS
      counts.papers[phrase]++
      if ((entry & IN_TITLE) !== 0) counts.titles[phrase]++
      counts.emphasis[phrase] += emphasis[entry & MOST_MENTIONS]
    }
  }
  return counts
}

function scored(input: ShortlistInput, counts: Counts): { phrase: number; score: number }[] {
  const { singles, factors, wordFactors, wordStarts, words } = input
  const least = counts.size >= 5 ? 2 : 1
  const wordScores = new Float64Array(singles)
  const all: { phrase: number; score: number }[] = []
  for (let phrase = 0; phrase < factors.length; phrase++) {
    if (counts.papers[phrase] < least) continue
    const score = scoreOf(input, counts, phrase)
    if (score < 0) continue
    const own = score * factors[phrase]
    // Single words come first: the score of a phrase takes those of its words in.
    if (phrase < singles) wordScores[phrase] = score
    let sum = 0
    for (let w = wordStarts[phrase]; w < wordStarts[phrase + 1]; w++) if (words[w] >= 0) sum += wordScores[words[w]]
    const added = (wordFactors[phrase] * sum) / (wordStarts[phrase + 1] - wordStarts[phrase])
    all.push({ phrase, score: phrase < singles || wordFactors[phrase] === 0 ? own : own + Math.min(own, added) })
  }
  return all
}

/** m·ln(p/q) + t·ln(u/v); −1 where the group does not have it more often than the rest. */
function scoreOf({ all, papers, titles }: ShortlistInput, counts: Counts, phrase: number): number {
  const { size } = counts
  const divergence = lead(counts.papers[phrase], papers[phrase], size, all)
  if (divergence <= 0) return -1
  const own = counts.titles[phrase]
  const titleLead = own === 0 ? 0 : Math.max(0, lead(own, titles[phrase], size, all))
  // A single title is weak evidence of what a group is called: half a title is taken off.
  return (counts.emphasis[phrase] * divergence + Math.max(0, own - 0.5) * titleLead) / size
}

/** ln of how many times likelier the phrase is in the group than in the rest, both smoothed by half a paper. */
function lead(inGroup: number, everywhere: number, size: number, all: number): number {
  return log((inGroup + 0.5) / (size + 1) / ((everywhere - inGroup + 0.5) / (all - size + 1)))
}
