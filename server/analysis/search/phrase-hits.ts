import { firstNotBelow } from './join-papers.ts'

/** The papers that hold a phrase. */
export interface PhraseHits {
  /** Numbers of the papers, ascending. */
  papers: Int32Array
  /** For each of them: times that it holds the phrase, those in the title counting twice. */
  weights: Int32Array
}

export const NO_HITS: PhraseHits = { papers: new Int32Array(0), weights: new Int32Array(0) }

/** So many times as long, a list is better copied in stretches than looked at paper by paper. */
const FAR_LONGER = 32

/** Papers of either of two lists, of which the second is mostly far shorter; weights add up. */
export function joinHits(a: PhraseHits, b: PhraseHits): PhraseHits {
  if (a.papers.length === 0) return b
  if (b.papers.length === 0) return a
  const [inA, inB] = [a.papers, b.papers]
  const most = inA.length + inB.length
  const papers = new Int32Array(most)
  const weights = new Int32Array(most)
  const isFarLonger = inA.length > FAR_LONGER * inB.length
  let size = 0
  let i = 0
  for (let j = 0; j <= inB.length; j++) {
    const paper = j < inB.length ? inB[j] : Infinity
    if (isFarLonger) {
      const end = firstNotBelow(inA, i, paper)
      papers.set(inA.subarray(i, end), size)
      weights.set(a.weights.subarray(i, end), size)
      size += end - i
      i = end
    } else {
      for (; i < inA.length && inA[i] < paper; i++) {
        papers[size] = inA[i]
        weights[size++] = a.weights[i]
      }
    }
    if (j === inB.length) break
    const isInBoth = i < inA.length && inA[i] === paper
    papers[size] = paper
    weights[size++] = b.weights[j] + (isInBoth ? a.weights[i++] : 0)
  }
  return { papers: papers.subarray(0, size), weights: weights.subarray(0, size) }
}
