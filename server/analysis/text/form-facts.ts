import { HIGH, LOW } from './find-stretches.ts'
import { IS_ACADEMIC, IS_BARE, IS_STOP } from './word-kind.ts'
import type { TokenKernels } from './token-kernels.ts'
import type { ReadTokens } from './tokens.ts'

/**
 * Form → two hashes, the same for every case of a word, and for all numbers: copyright years differ. Two numbers each, in the memory of the kernels; the first is odd where the word says
 * nothing by itself in its language: a stop word, a word of academic prose, a number.
 */
export function hashesOfForms(
  kernels: TokenKernels,
  { small, kinds, formTexts }: Pick<ReadTokens, 'small' | 'kinds' | 'formTexts'>,
): Int32Array {
  const hashes = kernels.int32(2 * kinds.length)
  for (let form = 0; form < kinds.length; form++) {
    const hash = isNumber(formTexts[form]) ? 0 : small.hashes[form]
    const isEmpty = (kinds[form] & (IS_STOP | IS_ACADEMIC | IS_BARE)) === 0 ? 0 : 1
    hashes[2 * form] = (mixed(hash, HIGH) & ~1) | isEmpty
    hashes[2 * form + 1] = mixed(hash, LOW)
  }
  return hashes
}

const [ZERO, NINE] = [0x30, 0x39]

/** Whether a word is all digits. Sign by sign, since nearly all words end here at their first. */
function isNumber(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit >= 128) return /^\p{N}+$/u.test(text)
    if (unit < ZERO || unit > NINE) return false
  }
  return true
}

/** A hash with all its bits mixed, one way for each base: the finalizer of MurmurHash3. */
function mixed(hash: number, base: number): number {
  let bits = Math.imul(hash + 1, base)
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return bits ^ (bits >>> 16)
}
