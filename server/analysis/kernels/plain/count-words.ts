import type { PhraseKernels } from '../phrase-kernels.ts'
import { BEGINS, ENDS, roleAt, wordAt } from './read-paper.ts'

export const countWords: PhraseKernels['countWords'] = (tokens) => {
  const { n, starts, wordCount } = tokens
  const [papers, wholes, seen, seenWhole] = Array.from({ length: 4 }, () => new Int32Array(wordCount))
  for (let paper = 0; paper < n; paper++) {
    for (let t = starts[paper]; t < starts[paper + 1]; t++) {
      const word = wordAt(tokens, t)
      if (seen[word] <= paper) {
        seen[word] = paper + 1
        papers[word]++
      }
      if ((roleAt(tokens, t) & (BEGINS | ENDS)) !== (BEGINS | ENDS) || seenWhole[word] > paper) continue
      seenWhole[word] = paper + 1
      wholes[word]++
    }
  }
  return { papers, wholes }
}
