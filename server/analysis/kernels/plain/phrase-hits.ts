import { AFTER_BREAK } from '../../text/token-flags.ts'
import { findGram, mixWord } from '../gram-table.ts'
import {
  HIT_BITS,
  HIT_IN_TITLE,
  HIT_IS_WHOLE,
  HIT_PAPERS,
  IS_INNER,
  LEADS_ON,
  MOST_WORDS,
  type PhraseHits,
  type PhraseKernels,
  WANTED,
} from '../phrase-kernels.ts'
import { BEGINS, ENDS, GOES_ON, roleAt, wordAt } from './read-paper.ts'

export const phraseHits: PhraseKernels['phraseHits'] = (tokens, { count, words, table }) => {
  const { n, starts, abstractStarts, flags, frequent } = tokens
  const phraseBits = Math.max(1, 32 - Math.clz32(count))
  const shift = phraseBits + HIT_BITS
  const most = 2 ** (32 - shift) - 1
  const shards = Math.ceil(n / HIT_PAPERS)
  const [from, to] = [new Int32Array(shards), new Int32Array(shards)]
  const hits: number[] = []
  let last = 0
  const meet = (phrase: number, token: number, isTitle: boolean, isWhole: boolean): void => {
    let delta = token - last
    last = token
    for (; delta > most; delta -= most) hits.push(-1 << HIT_BITS)
    hits.push((delta << shift) | (phrase << HIT_BITS) | (isTitle ? HIT_IN_TITLE : 0) | (isWhole ? HIT_IS_WHOLE : 0))
  }
  for (let paper = 0; paper < n; paper++) {
    if (paper % HIT_PAPERS === 0) {
      from[paper / HIT_PAPERS] = hits.length
      last = starts[paper]
    }
    for (let t = starts[paper]; t < starts[paper + 1]; t++) {
      let gram = wordAt(tokens, t)
      if (gram >= frequent) continue
      let hash = gram
      let use = words[gram]
      let isWhole = (roleAt(tokens, t) & BEGINS) !== 0
      const end = Math.min(t + MOST_WORDS, starts[paper + 1])
      for (let u = t + 1; ; u++) {
        const ends = (roleAt(tokens, u - 1) & ENDS) !== 0
        if (use >= WANTED) meet(Math.floor(use / WANTED) - 1, t, t < abstractStarts[paper], isWhole && ends)
        if ((use & LEADS_ON) === 0 || u >= end || (flags[u] & AFTER_BREAK) !== 0) break
        const word = wordAt(tokens, u)
        if (word >= frequent || (words[word] & IS_INNER) === 0) break
        hash = mixWord(hash, word)
        const at = findGram(table, hash, gram, word)
        if (at < 0) break
        isWhole &&= (roleAt(tokens, u) & GOES_ON) !== 0
        gram = table.slots[at]
        use = table.slots[at + 1]
      }
    }
    to[Math.floor(paper / HIT_PAPERS)] = hits.length
  }
  return { count, phraseBits, starts: from, ends: to, hits: Int32Array.from(hits) }
}

/** Calls `meet` with the phrase, its first token and the lower bits of every hit, in the order of the tokens. `starts`: where the tokens of papers start. */
export function eachHit(
  starts: Int32Array,
  { phraseBits, starts: from, ends, hits }: PhraseHits,
  meet: (phrase: number, token: number, bits: number) => void,
): void {
  const none = 2 ** phraseBits - 1
  from.forEach((start, shard) => {
    let token = starts[shard * HIT_PAPERS]
    for (const hit of hits.subarray(start, ends[shard])) {
      token += hit >>> (phraseBits + HIT_BITS)
      const phrase = (hit >> HIT_BITS) & none
      if (phrase !== none) meet(phrase, token, hit)
    }
  })
}
