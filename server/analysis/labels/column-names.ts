import type { FormUses } from '../kernels/phrase-kernels.ts'
import type { TermCounts } from '../matrix/term-counts.ts'
import type { Corpus } from '../text/corpus.ts'
import { joinWords } from './join-words.ts'
import { shownForms } from './shown-forms.ts'

/** A readable name for each column of a term matrix: its commonest written form, a pair of words as both forms. */
export function columnNames(
  corpus: Corpus,
  { terms, stemOfColumn }: Pick<TermCounts, 'terms' | 'stemOfColumn'>,
  uses: FormUses,
): string[] {
  // Titles lend capitals to any word; they count only where there is nothing else.
  const { running } = uses
  const best = new Int32Array(corpus.stemTexts.length).fill(-1)
  corpus.stemOfForm.forEach((stem, form) => {
    const current = best[stem]
    if (current < 0 || running[form] > running[current]) best[stem] = form
  })
  const shown = shownForms(corpus, uses)
  // Pairs of words name their stems; large collections have none, and too many stems to be looked up for nothing.
  const hasPairs = stemOfColumn.some((stem) => stem < 0)
  const stemNumbers = new Map(hasPairs ? corpus.stemTexts.map((text, stem) => [text, stem]) : [])
  const nameOf = (stem: number): string =>
    best[stem] < 0 ? corpus.stemTexts[stem].replaceAll('_', ' ') : shown[best[stem]]
  return terms.map((term, column) =>
    stemOfColumn[column] >= 0
      ? nameOf(stemOfColumn[column])
      : term
          .split(' ')
          .map((stem) => nameOf(stemNumbers.get(stem)!))
          .reduce((text, word) => joinWords(text, word)),
  )
}
