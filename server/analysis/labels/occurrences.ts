import { continues, type Corpus } from '../text/corpus.ts'

/** Where each of some phrases stands: per phrase its first tokens, ascending. `wanted` are stem sequences. */
export function occurrencesOf(corpus: Corpus, wanted: readonly Int32Array[]): Int32Array[] {
  const byFirstStem = new Map<number, number[]>()
  wanted.forEach((stems, i) => {
    const list = byFirstStem.get(stems[0])
    if (list) list.push(i)
    else byFirstStem.set(stems[0], [i])
  })
  const isFirst = new Uint8Array(corpus.stemTexts.length)
  for (const stem of byFirstStem.keys()) isFirst[stem] = 1
  const found: number[][] = wanted.map(() => [])
  for (let paper = 0; paper < corpus.n; paper++) {
    const end = corpus.starts[paper + 1]
    for (let t = corpus.starts[paper]; t < end; t++) {
      const stem = corpus.stemOfForm[corpus.forms[t]]
      if (isFirst[stem] === 0) continue
      for (const i of byFirstStem.get(stem)!) if (stands(corpus, t, end, wanted[i])) found[i].push(t)
    }
  }
  return found.map((tokens) => Int32Array.from(tokens))
}

function stands(corpus: Corpus, token: number, end: number, stems: Int32Array): boolean {
  if (token + stems.length > end) return false
  for (let j = 1; j < stems.length; j++) {
    if (!continues(corpus, token + j) || corpus.stemOfForm[corpus.forms[token + j]] !== stems[j]) return false
  }
  return true
}
