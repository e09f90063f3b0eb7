import { continues, type Corpus } from '../text/corpus.ts'

/** Where each of some phrases stands: per phrase its first tokens, ascending. `wanted` are stem sequences, no two the same. */
export function occurrencesOf(corpus: Corpus, wanted: readonly Int32Array[]): Int32Array[] {
  const stemCount = corpus.stemTexts.length
  // The phrases as a tree of stems: node 0 is the root, and thousands of phrases cost each token a step or two.
  const first = new Int32Array(stemCount)
  const next = new Map<number, number>()
  /** Node → the phrase that ends there, or −1. */
  const phraseAt = [-1]
  wanted.forEach((stems, phrase) => {
    let node = 0
    stems.forEach((stem, depth) => {
      let to = depth === 0 ? first[stem] : (next.get(node * stemCount + stem) ?? 0)
      if (to === 0) {
        to = phraseAt.push(-1) - 1
        if (depth === 0) first[stem] = to
        else next.set(node * stemCount + stem, to)
      }
      node = to
    })
    phraseAt[node] = phrase
  })
  const found: number[][] = wanted.map(() => [])
  for (let paper = 0; paper < corpus.n; paper++) {
    const end = corpus.starts[paper + 1]
    for (let begin = corpus.starts[paper]; begin < end; begin++) {
      let t = begin
      let node = first[corpus.stemOfForm[corpus.forms[t]]]
      while (node !== 0) {
        if (phraseAt[node] >= 0) found[phraseAt[node]].push(begin)
        if (++t >= end || !continues(corpus, t)) break
        node = next.get(node * stemCount + corpus.stemOfForm[corpus.forms[t]]) ?? 0
      }
    }
  }
  return found.map((tokens) => Int32Array.from(tokens))
}
