import { HIGH, LOW } from './find-stretches.ts'
import { IS_ACADEMIC, IS_BARE, IS_STOP } from './fold.ts'
import type { TokenKernels } from './token-kernels.ts'
import type { ReadTokens } from './tokens.ts'

/**
 * Form → two hashes, the same for every case of a word, and for all numbers: copyright years differ. Two numbers each, in the memory of the kernels; the first is odd where the word says
 * nothing by itself in its language: a stop word, a word of academic prose, a number.
 */
export function hashesOfForms(
  kernels: TokenKernels,
  { words, kinds }: Pick<ReadTokens, 'words' | 'kinds'>,
): Int32Array {
  const hashes = kernels.int32(2 * words.length)
  for (let form = 0; form < words.length; form++) {
    const hash = hashOfWord(words[form])
    const isEmpty = (kinds[form] & (IS_STOP | IS_ACADEMIC | IS_BARE)) === 0 ? 0 : 1
    hashes[2 * form] = (mixed(hash, HIGH) & ~1) | isEmpty
    hashes[2 * form + 1] = mixed(hash, LOW)
  }
  return hashes
}

/** FNV-1a of a lower-case word; 0 for every number. */
function hashOfWord(word: string): number {
  const first = word.charCodeAt(0)
  const isLatin = first >= 0x61 && first <= 0x7a
  if (!isLatin && /^\p{N}+$/u.test(word)) return 0
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return hash
}

/** A hash with all its bits mixed, one way for each base: the finalizer of MurmurHash3. */
function mixed(hash: number, base: number): number {
  let bits = Math.imul(hash + 1, base)
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return bits ^ (bits >>> 16)
}
