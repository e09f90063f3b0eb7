import { log, log2 } from '../math/elementary.ts'
import type { Corpus } from '../text/corpus.ts'
import { IS_BARE } from '../text/fold.ts'
import { GENERIC_WORDS, WEAK_ENDINGS } from './generic-words.ts'
import { IN_TITLE, type Phrases } from './phrases.ts'

/** How the papers of each group use each phrase. Arrays of phrases × k are row-major. */
export interface GroupCounts {
  k: number
  /** Group → papers. */
  sizes: Int32Array
  /** Papers of the group that have the phrase: phrases × k. */
  papers: Int32Array
  /** Papers of the group that have it in the title: phrases × k. */
  titles: Int32Array
  /** Sum over the group's papers of how much they speak of it, 0–1 each: phrases × k. */
  emphasis: Float32Array
  /** The same over all groups: per phrase. */
  allPapers: Int32Array
  allTitles: Int32Array
  /** Papers in any group. */
  all: number
}

/** What a paper adds for 0…7 mentions of a phrase: log₂(1 + mentions) / 3, so that seven mentions count as a whole paper. */
const EMPHASIS = Float32Array.from({ length: 8 }, (_, mentions) => log2(1 + mentions) / 3)

/** Counts the phrases of each group. `groupOf`: paper → group 0…k−1, −1 for none. */
export function countInGroups(phrases: Phrases, groupOf: Int32Array, k: number): GroupCounts {
  const counts: GroupCounts = {
    k,
    sizes: new Int32Array(k),
    papers: new Int32Array(phrases.count * k),
    titles: new Int32Array(phrases.count * k),
    emphasis: new Float32Array(phrases.count * k),
    allPapers: new Int32Array(phrases.count),
    allTitles: new Int32Array(phrases.count),
    all: 0,
  }
  for (let paper = 0; paper < groupOf.length; paper++) {
    const group = groupOf[paper]
    if (group < 0) continue
    counts.all++
    counts.sizes[group]++
    for (let e = phrases.starts[paper]; e < phrases.starts[paper + 1]; e++) {
      const phrase = phrases.phrases[e]
      const mentions = phrases.mentions[e]
      counts.papers[phrase * k + group]++
      counts.allPapers[phrase]++
      counts.emphasis[phrase * k + group] += EMPHASIS[Math.min(7, mentions & ~IN_TITLE)]
      if ((mentions & IN_TITLE) === 0) continue
      counts.titles[phrase * k + group]++
      counts.allTitles[phrase]++
    }
  }
  return counts
}

/** A phrase that may name a group. */
export interface Candidate {
  phrase: number
  score: number
  /** Papers of the group that hold it. */
  papers: number
  /** Share of the papers outside the group that hold it, 0–1. */
  elsewhere: number
}

/** Phrases per group that are looked at closely. */
const SHORTLIST = 120
/** What a phrase of several words weighs, of four words, and what the mean of its words adds. */
const SHAPE = 1.5
const SHAPE_OF_FOUR = 1.3
const WORDS = 0.5
/** What a single word that names nothing by itself weighs. */
const GENERIC = 0.4
/** Words that rarely end a name. */
const VERB_LIKE = /(?:[^e]ed|ly)$/

/**
 * The best phrases of a group, by m·ln(p/q) + t·ln(u/v). p and q are the shares of the group and of the rest that have the phrase
 * (smoothed), m is p weighted by how much each paper speaks of it: the phrase's part in the divergence of the two. u, v and t are
 * the same of titles alone, where authors say what a paper is about. A phrase of several words weighs more than a single one and
 * takes half the mean score of its words; one that ends like a verb or an adverb or in `performance` weighs less, and so does a single
 * word that could stand for anything.
 */
export function shortlist(corpus: Corpus, phrases: Phrases, counts: GroupCounts, group: number): Candidate[] {
  const { k, all } = counts
  const size = counts.sizes[group]
  const least = size >= 5 ? 2 : 1
  const own: Candidate[] = []
  const wordScore = new Map<number, number>()
  for (let phrase = 0; phrase < phrases.count; phrase++) {
    const at = phrase * k + group
    const papers = counts.papers[at]
    if (papers < least) continue
    const divergence = lead(papers, counts.allPapers[phrase], size, all)
    if (divergence <= 0) continue
    const titleLead = Math.max(0, lead(counts.titles[at], counts.allTitles[phrase], size, all))
    // A single title is weak evidence of what a group is called: half a title is taken off.
    const titles = Math.max(0, counts.titles[at] - 0.5)
    const score = (counts.emphasis[at] * divergence + titles * titleLead) / size
    own.push({ phrase, papers, score, elsewhere: (counts.allPapers[phrase] - papers) / Math.max(1, all - size) })
    if (phrases.stems[phrase].length === 1) wordScore.set(phrases.stems[phrase][0], score)
  }
  return own
    .map((candidate) => {
      const stems = phrases.stems[candidate.phrase]
      const last = corpus.stemTexts[stems[stems.length - 1]]
      if (isSingleWord(corpus, stems))
        return GENERIC_WORDS.has(last) ? { ...candidate, score: candidate.score * GENERIC } : candidate
      if (stems.length === 1) return { ...candidate, score: candidate.score * (SHAPE + WORDS) }
      let words = 0
      for (const word of stems) words += wordScore.get(word) ?? 0
      const weak = VERB_LIKE.test(last) || WEAK_ENDINGS.has(last) ? 0.5 : 1
      const shape = (stems.length === 4 ? SHAPE_OF_FOUR : SHAPE) * weak
      // Words alone carry no phrase: `hate speech` says little of papers on speech.
      const own = candidate.score * shape
      return { ...candidate, score: own + Math.min(own, (WORDS * weak * words) / stems.length) }
    })
    .sort((a, b) => b.score - a.score || a.phrase - b.phrase)
    .slice(0, SHORTLIST)
}

/** Whether a phrase is one word, be it with a number (`spin-1`), and not an acronym or a synonym that stands for several. */
export function isSingleWord(corpus: Corpus, stems: Int32Array): boolean {
  const words = stems.filter((stem) => (corpus.stemKinds[stem] & IS_BARE) === 0)
  return words.length <= 1 && !corpus.stemTexts[words[0] ?? stems[0]].includes('_')
}

/** ln of how many times likelier the phrase is in the group than in the rest, both smoothed by half a paper. */
function lead(inGroup: number, everywhere: number, size: number, all: number): number {
  return log((inGroup + 0.5) / (size + 1) / ((everywhere - inGroup + 0.5) / (all - size + 1)))
}
