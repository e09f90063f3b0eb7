import { compareCodePoints } from '../../../shared/paper.ts'
import type { Corpus } from '../text/corpus.ts'
import { inflectionStem, stem } from '../text/stem.ts'

/** What two ways of writing one term share: Porter stems in order of code point, without case and hyphens. */
export function termKey(term: string): string {
  return term
    .toLowerCase()
    .split(/[ _-]/)
    .map((word) => stem(inflectionStem(word)))
    .sort(compareCodePoints)
    .join(' ')
}

/** The key of a phrase; that of an acronym is that of its long form. */
export function phraseKey(corpus: Corpus, stems: Int32Array): string {
  return termKey(Array.from(stems, (number) => corpus.stemTexts[number]).join(' '))
}

/**
 * The initials of a phrase in capitals, or a single word whole: `ASR` for `automatic speech recognition` and for `asr`, which are likely
 * the same where they stand side by side, even if papers do not agree.
 */
export function initialsOf(corpus: Corpus, stems: Int32Array): string {
  const words = Array.from(stems, (number) => corpus.stemTexts[number].split('_')).flat()
  return (words.length === 1 ? words[0] : words.map((word) => word.slice(0, 1)).join('')).toUpperCase()
}
