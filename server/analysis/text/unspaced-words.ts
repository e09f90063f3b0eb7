let segmenter: Intl.Segmenter | undefined
const KATAKANA = /^[\p{Script=Katakana}ー]+$/u

/**
 * Signs of a run that are looked at together: the segmenter takes time with the square of its text (90,000 signs 10 s, in pieces of this size .1 s), and a run in which a sentence ends nowhere is no prose.
 */
const MOST_AT_ONCE = 2048

/** The words of a run without spaces. Katakana spell foreign words: a run of them is one, whatever the dictionary finds in it. */
export function unspacedWords(run: string): string[] {
  segmenter ??= new Intl.Segmenter('und', { granularity: 'word' })
  const found: string[] = []
  let wasKatakana = false
  for (let from = 0, to = 0; from < run.length; from = to) {
    to = endOfPiece(run, from)
    for (const { segment } of segmenter.segment(run.slice(from, to))) {
      const isKatakana = KATAKANA.test(segment)
      if (isKatakana && wasKatakana) found[found.length - 1] += segment
      else found.push(segment)
      wasKatakana = isKatakana
    }
  }
  return found
}

/** Where a piece ends that begins at `from`: never within a sign of two units. */
function endOfPiece(run: string, from: number): number {
  const to = Math.min(run.length, from + MOST_AT_ONCE)
  const isWithin = to < run.length && (run.charCodeAt(to) & 0xfc00) === 0xdc00
  return isWithin ? to + 1 : to
}
