import type { Corpus } from '../../../server/analysis/text/corpus.ts'

/** Word → the papers that hold it, ascending, for those of the words wanted that occur. Words are stems of the corpus. */
export function wordDocuments(corpus: Corpus, wanted: ReadonlySet<string>): Map<string, Int32Array> {
  const lists = new Map<string, number[]>()
  // A word may be a stop word in one language and a plain word in another: two stems with one text.
  const listOfStem = corpus.stemTexts.map((text) => {
    if (!wanted.has(text)) return null
    const list = lists.get(text) ?? []
    lists.set(text, list)
    return list
  })
  for (let paper = 0; paper < corpus.n; paper++) {
    for (let token = corpus.starts[paper]; token < corpus.starts[paper + 1]; token++) {
      const list = listOfStem[corpus.stemOfForm[corpus.forms[token]]]
      if (list !== null && list.at(-1) !== paper) list.push(paper)
    }
  }
  return new Map([...lists].map(([text, list]) => [text, Int32Array.from(list)]))
}
