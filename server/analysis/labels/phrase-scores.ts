import { log } from '../math/elementary.ts'
import type { Corpus } from '../text/corpus.ts'
import { IS_BARE } from '../text/fold.ts'
import { GENERIC_WORDS, WEAK_ENDINGS } from './generic-words.ts'
import type { GroupCounts, OverallCounts } from './group-counts.ts'
import { type Phrases, stemsOf } from './phrases.ts'

/** A phrase that may name a group. */
export interface Candidate {
  phrase: number
  stems: Int32Array
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
/** No phrase has more than so many times the score of its own counts: its words add as much again at most. The rest is for rounding. */
const MOST_WEIGHT = 2 * SHAPE * 1.000001

/**
 * The best phrases of a group, by m·ln(p/q) + t·ln(u/v). p and q are the shares of the group and of the rest that have the phrase
 * (smoothed), m is p weighted by how much each paper speaks of it: the phrase's part in the divergence of the two. u, v and t are
 * the same of titles alone, where authors say what a paper is about. A phrase of several words weighs more than a single one and
 * takes half the mean score of its words; one that ends like a verb or an adverb or in `performance` weighs less, and so does a single
 * word that could stand for anything.
 */
export function shortlist(corpus: Corpus, phrases: Phrases, counts: GroupCounts, overall: OverallCounts): Candidate[] {
  const { size } = counts
  const rest = overall.all - size
  const least = size >= 5 ? 2 : 1
  const best: Candidate[] = []
  /** Papers of the group → the lead of a phrase that no other paper has: no phrase in so many papers leads by more. */
  const mostLead = Float64Array.from({ length: size + 1 }, (_, papers) =>
    Math.max(0, lead(papers, papers, size, overall.all)),
  )

  /** m·ln(p/q) + t·ln(u/v); −1 where the group does not have it more often than the rest. */
  const scoreOf = (phrase: number): number => {
    const papers = counts.papers[phrase]
    const divergence = lead(papers, overall.papers[phrase], size, overall.all)
    if (divergence <= 0) return -1
    const titles = counts.titles[phrase]
    const titleLead = titles === 0 ? 0 : Math.max(0, lead(titles, overall.titles[phrase], size, overall.all))
    return (counts.emphasis[phrase] * divergence + titlesCounted(titles) * titleLead) / size
  }
  const offer = (phrase: number, stems: Int32Array, score: number): void => {
    if (best.length === SHORTLIST && !comesBefore(score, phrase, best[SHORTLIST - 1])) return
    let place = best.length
    while (place > 0 && comesBefore(score, phrase, best[place - 1])) place--
    const papers = counts.papers[phrase]
    const elsewhere = (overall.papers[phrase] - papers) / Math.max(1, rest)
    best.splice(place, 0, { phrase, stems, score, papers, elsewhere })
    if (best.length > SHORTLIST) best.pop()
  }

  const wordScore = new Map<number, number>()
  for (const phrase of counts.singles) {
    if (counts.papers[phrase] < least) continue
    const score = scoreOf(phrase)
    if (score < 0) continue
    const stems = stemsOf(phrases, phrase)
    wordScore.set(stems[0], score)
    if (!isSingleWord(corpus, stems)) offer(phrase, stems, score * (SHAPE + WORDS))
    else offer(phrase, stems, GENERIC_WORDS.has(corpus.stemTexts[stems[0]]) ? score * GENERIC : score)
  }
  for (const phrase of counts.longer) {
    const papers = counts.papers[phrase]
    if (papers < least) continue
    // Most phrases are too rare to come near the best, whatever else holds of them.
    const titles = counts.titles[phrase]
    const most = (counts.emphasis[phrase] * mostLead[papers] + titlesCounted(titles) * mostLead[titles]) / size
    if (best.length === SHORTLIST && most * MOST_WEIGHT < best[SHORTLIST - 1].score) continue
    const score = scoreOf(phrase)
    if (score < 0) continue
    const stems = stemsOf(phrases, phrase)
    const last = corpus.stemTexts[stems[stems.length - 1]]
    if (isSingleWord(corpus, stems)) {
      offer(phrase, stems, GENERIC_WORDS.has(last) ? score * GENERIC : score)
      continue
    }
    let words = 0
    for (const word of stems) words += wordScore.get(word) ?? 0
    const weak = VERB_LIKE.test(last) || WEAK_ENDINGS.has(last) ? 0.5 : 1
    const own = score * ((stems.length === 4 ? SHAPE_OF_FOUR : SHAPE) * weak)
    // Words alone carry no phrase: `hate speech` says little of papers on speech.
    offer(phrase, stems, own + Math.min(own, (WORDS * weak * words) / stems.length))
  }
  return best
}

/** A single title is weak evidence of what a group is called: half a title is taken off. */
const titlesCounted = (titles: number): number => Math.max(0, titles - 0.5)

/** The higher score first, and of equals the lower number. */
function comesBefore(score: number, phrase: number, other: Candidate): boolean {
  return score > other.score || (score === other.score && phrase < other.phrase)
}

/** Whether a phrase is one word, be it with a number (`spin-1`), and not an acronym or a synonym that stands for several. */
export function isSingleWord(corpus: Corpus, stems: Int32Array): boolean {
  let words = 0
  let word = stems[0]
  for (const stem of stems) {
    if ((corpus.stemKinds[stem] & IS_BARE) !== 0) continue
    if (words++ === 0) word = stem
  }
  return words <= 1 && !corpus.stemTexts[word].includes('_')
}

/** ln of how many times likelier the phrase is in the group than in the rest, both smoothed by half a paper. */
function lead(inGroup: number, everywhere: number, size: number, all: number): number {
  return log((inGroup + 0.5) / (size + 1) / ((everywhere - inGroup + 0.5) / (all - size + 1)))
}
