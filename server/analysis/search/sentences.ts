// A full stop after these, or after a single capital (an initial), ends no sentence.
const ABBREVIATION = /(?:^|[\s(])(?:\p{Lu}|e\.g|i\.e|vs|cf|al|Dr|Mr|Mrs|Ms|Prof|St|Fig|Eq|Sec|No|approx|resp|viz)$/u
const ENDS = /[.!?]+["')\]\u2019\u201D]*\s+(?=["'([\u2018\u201C]?[\p{Lu}\p{N}])|[。！？]|\n\s*\n/gu

/** The sentences of a text, in order; together they are the text. A rough cut: a capital or digit must follow the full stop. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = []
  let from = 0
  for (const end of text.matchAll(ENDS)) {
    if (end[0].startsWith('.') && ABBREVIATION.test(text.slice(Math.max(0, end.index - 8), end.index))) continue
    sentences.push(text.slice(from, end.index + end[0].length))
    from = end.index + end[0].length
  }
  if (from < text.length) sentences.push(text.slice(from))
  return sentences
}
