import type { Kernels } from '../kernels/kernels.ts'
import { MOST_MENTIONS, type PaperGroups } from '../kernels/phrase-kernels.ts'
import { log2 } from '../math/elementary.ts'
import type { Corpus } from '../text/corpus.ts'
import { IS_BARE } from '../text/word-kind.ts'
import { GENERIC_WORDS, WEAK_ENDINGS } from './generic-words.ts'
import type { PhraseUses } from './group-papers.ts'
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
/** What a paper adds for 0…7 mentions of a phrase: log₂(1 + mentions) / 3, so that seven mentions count as a whole paper. */
const EMPHASIS = Float32Array.from({ length: MOST_MENTIONS + 1 }, (_, mentions) => log2(1 + mentions) / 3)

/**
 * The best phrases of each group, by m·ln(p/q) + t·ln(u/v). p and q are the shares of the group and of the rest that have the phrase
 * (smoothed), m is p weighted by how much each paper speaks of it: the phrase's part in the divergence of the two. u, v and t are
 * the same of titles alone, where authors say what a paper is about. A phrase of several words weighs more than a single one and
 * takes half the mean score of its words, though no more than its own (words alone carry no phrase: `hate speech` says little of papers on speech); one that ends like a verb or
 * an adverb or in `performance` weighs less, and so does a single word that could stand for anything.
 */
export function shortlistsOf(
  kernels: Kernels,
  corpus: Corpus,
  phrases: Phrases,
  groups: PaperGroups,
  uses: PhraseUses,
): Candidate[][] {
  const lists = kernels.shortlists(
    {
      rows: phrases.rows,
      memberStarts: groups.starts,
      members: groups.papers,
      ...uses,
      ...weightsOf(corpus, phrases),
      singles: phrases.singles,
      wordStarts: phrases.stemStarts,
      words: phrases.words,
      emphasis: EMPHASIS,
    },
    SHORTLIST,
  )
  return Array.from(lists.counts, (count, group) => {
    const rest = uses.all - (groups.starts[group + 1] - groups.starts[group])
    return Array.from({ length: count }, (_, i): Candidate => {
      const at = group * lists.most + i
      const [phrase, papers] = [lists.phrases[at], lists.papers[at]]
      const elsewhere = (uses.papers[phrase] - papers) / Math.max(1, rest)
      return { phrase, stems: stemsOf(phrases, phrase), score: lists.scores[at], papers, elsewhere }
    })
  })
}

/** Phrase → what its own score is multiplied by, and the mean of its words' scores; the same for all groups. */
interface Weights {
  factors: Float64Array
  wordFactors: Float64Array
}

const known = new WeakMap<Phrases, Weights>()

function weightsOf(corpus: Corpus, phrases: Phrases): Weights {
  let weights = known.get(phrases)
  if (weights === undefined) known.set(phrases, (weights = findWeights(corpus, phrases)))
  return weights
}

function findWeights(corpus: Corpus, phrases: Phrases): Weights {
  const weights = { factors: new Float64Array(phrases.count), wordFactors: new Float64Array(phrases.count) }
  for (let phrase = 0; phrase < phrases.count; phrase++) {
    const stems = stemsOf(phrases, phrase)
    const last = corpus.stemTexts[stems[stems.length - 1]]
    if (isSingleWord(corpus, stems)) weights.factors[phrase] = GENERIC_WORDS.has(last) ? GENERIC : 1
    else if (stems.length === 1) weights.factors[phrase] = SHAPE + WORDS
    else {
      const weak = VERB_LIKE.test(last) || WEAK_ENDINGS.has(last) ? 0.5 : 1
      weights.factors[phrase] = (stems.length === 4 ? SHAPE_OF_FOUR : SHAPE) * weak
      weights.wordFactors[phrase] = WORDS * weak
    }
  }
  return weights
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
