/**
 * Coherence of topics, −1–1: the mean NPMI of all pairs of a topic's words, averaged over the topics. NPMI = ln(p(x,y) ÷ (p(x)·p(y))) ÷ −ln p(x,y)
 * with p the share of `n` papers that hold a word or both; −1 for words that never meet, 1 for two words that every paper holds.
 * Formula: Bouma, GSCL (2009); over topics as C_NPMI in Röder, Both and Hinneburg, WSDM (2015), with whole papers as windows and no smoothing.
 * `topics`: the words of each topic; `documents`: word → its papers, ascending; a word it lacks is in none. Topics of fewer than two words
 * say nothing; null where no topic says anything.
 */
export function topicCoherence(
  topics: readonly (readonly string[])[],
  documents: ReadonlyMap<string, Int32Array>,
  n: number,
): number | null {
  const means = topics.flatMap((words) => {
    let sum = 0
    let pairs = 0
    for (let i = 0; i < words.length; i++) {
      for (let j = i + 1; j < words.length; j++) {
        sum += npmi(documents.get(words[i]), documents.get(words[j]), n)
        pairs++
      }
    }
    return pairs === 0 ? [] : [sum / pairs]
  })
  return means.length === 0 ? null : means.reduce((a, b) => a + b, 0) / means.length
}

function npmi(a: Int32Array | undefined, b: Int32Array | undefined, n: number): number {
  const both = a === undefined || b === undefined ? 0 : shared(a, b)
  if (both === 0) return -1
  if (both === n) return 1
  return Math.log((both * n) / (a!.length * b!.length)) / -Math.log(both / n)
}

/** How many numbers two ascending lists share. */
function shared(a: Int32Array, b: Int32Array): number {
  let count = 0
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [x, y] = [a[i], b[j]]
    if (x === y) count++
    if (x <= y) i++
    if (y <= x) j++
  }
  return count
}
