import type { Corpus } from '../../server/analysis/text/corpus.ts'

/**
 * Folds the words of another method as a corpus folds its own: word in lower case → text of its stem. A word that the corpus does not have
 * stays as it is.
 */
export function wordFolder({ formTexts, stemOfForm, stemTexts }: Corpus): (word: string) => string {
  const stems = new Map<string, string>()
  formTexts.forEach((text, form) => {
    const word = text.toLowerCase()
    // Of a word that has several stems, being of several languages, the first met stands for all.
    if (!stems.has(word)) stems.set(word, stemTexts[stemOfForm[form]])
  })
  return (word) => stems.get(word) ?? word
}
