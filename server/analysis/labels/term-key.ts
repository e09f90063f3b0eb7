import { compareCodePoints } from '../../../shared/paper.ts'
import { inflectionStem, stem } from '../text/stem.ts'

/** What two ways of writing one term share: Porter stems in order of code point, without case and hyphens. */
export function termKey(term: string): string {
  return keyOfWords(keyWords(term))
}

/** The words of a term as its key has them, in their own order. */
export function keyWords(term: string): string[] {
  return term
    .toLowerCase()
    .split(/[ _-]/)
    .map((word) => stem(inflectionStem(word)))
}

/** The key of words as `keyWords` has them. */
export function keyOfWords(words: readonly string[]): string {
  return [...words].sort(compareCodePoints).join(' ')
}
