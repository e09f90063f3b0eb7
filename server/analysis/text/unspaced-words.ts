let segmenter: Intl.Segmenter | undefined
const KATAKANA = /^[\p{Script=Katakana}ー]+$/u

/** The words of a run without spaces. Katakana spell foreign words: a run of them is one, whatever the dictionary finds in it. */
export function unspacedWords(run: string): string[] {
  segmenter ??= new Intl.Segmenter('und', { granularity: 'word' })
  const found: string[] = []
  let wasKatakana = false
  for (const { segment } of segmenter.segment(run)) {
    const isKatakana = KATAKANA.test(segment)
    if (isKatakana && wasKatakana) found[found.length - 1] += segment
    else found.push(segment)
    wasKatakana = isKatakana
  }
  return found
}
