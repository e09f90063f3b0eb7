import { NumberMap } from '../../math/number-map.ts'
import { type Grams, MOST_WORDS, type PhraseKernels, type PhraseTokens } from '../phrase-kernels.ts'
import { BEGINS, ENDS, GOES_ON, roleAt, wordAt } from './read-paper.ts'

/** Grams of one length, the frequent and the others, as they are first met. */
interface Level {
  /** The gram before the last word × words + that word → its place in the lists. */
  places: NumberMap
  parents: number[]
  last: number[]
  papers: number[]
  wholes: number[]
}

/** Level by level: what is looked for behind a gram that enough papers hold. */
export const countGrams: PhraseKernels['countGrams'] = (tokens, least) => {
  const { frequent } = tokens
  const levels = [frequent]
  const [parents, last, wholes]: number[][] = [[], [], []]
  /** Token → the frequent gram that begins there and is as long as those that were found last, or −1. */
  const grams = new Int32Array(tokens.forms.length)
  for (let t = 0; t < grams.length; t++) {
    const word = wordAt(tokens, t)
    grams[t] = word < frequent && (roleAt(tokens, t) & BEGINS) !== 0 ? word : -1
  }
  for (let size = 2; size <= MOST_WORDS; size++) {
    const level = levelOf(tokens, grams, size)
    const numbers = level.papers.map((papers, i) => {
      if (papers < least) return -1
      wholes.push(level.wholes[i])
      last.push(level.last[i])
      return frequent + parents.push(level.parents[i]) - 1
    })
    eachLonger(tokens, grams, size, (t, key) => (grams[t] = numbers[level.places.get(key)]))
    levels.push(frequent + parents.length)
  }
  return {
    levels: Int32Array.from(levels),
    parents: Int32Array.from(parents),
    last: Int32Array.from(last),
    wholes: Int32Array.from(wholes),
  } satisfies Grams
}

function levelOf(tokens: PhraseTokens, grams: Int32Array, size: number): Level {
  const level: Level = { places: new NumberMap(), parents: [], last: [], papers: [], wholes: [] }
  const [seen, seenWhole]: number[][] = [[], []]
  eachLonger(tokens, grams, size, (t, key, paper) => {
    const place = level.places.getOrSet(key, level.last.length)
    if (place === level.last.length) {
      level.parents.push(grams[t])
      level.last.push(wordAt(tokens, t + size - 1))
      for (const list of [level.papers, level.wholes]) list.push(0)
      for (const list of [seen, seenWhole]) list.push(-1)
    }
    if (seen[place] !== paper) level.papers[place]++
    seen[place] = paper
    if ((roleAt(tokens, t + size - 1) & ENDS) === 0) return
    if (seenWhole[place] !== paper) level.wholes[place]++
    seenWhole[place] = paper
  })
  return level
}

/** Calls `meet` where a gram of `size` − 1 words goes on, with the key of what it becomes; where it does not, none begins any more. */
function eachLonger(
  tokens: PhraseTokens,
  grams: Int32Array,
  size: number,
  meet: (token: number, key: number, paper: number) => void,
): void {
  const { n, starts, frequent } = tokens
  for (let paper = 0; paper < n; paper++) {
    for (let t = starts[paper]; t < starts[paper + 1]; t++) {
      if (grams[t] < 0) continue
      const end = t + size - 1
      const word = end < starts[paper + 1] ? wordAt(tokens, end) : frequent
      if (word >= frequent || (roleAt(tokens, end) & GOES_ON) === 0) grams[t] = -1
      else meet(t, grams[t] * frequent + word, paper)
    }
  }
}
