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
 * The letters of a phrase as an acronym would have them, and what they must not stand beside: `automatic speech recognition` has
 * `initials ASR` and rivals `word ASR`. The two are likely the same where they stand side by side, even if papers do not agree.
 */
export function lettersOf(corpus: Corpus, stems: Int32Array): { own: string; rival: string } {
  // The stems of other languages begin with their code.
  const words = Array.from(stems, (number) => corpus.stemTexts[number].split('_'))
    .flat()
    .map((word) => word.replace(/^[a-z]{2}·/, '').toUpperCase())
  const initials = words.map((word) => word.slice(0, 1)).join('')
  return words.length === 1
    ? { own: `word ${words[0]}`, rival: `initials ${words[0]}` }
    : { own: `initials ${initials}`, rival: `word ${initials}` }
}
