import { HIGH, LOW } from './find-stretches.ts'
import { IS_ACADEMIC, IS_BARE, IS_STOP } from './word-kind.ts'
import type { TokenKernels } from './token-kernels.ts'
import type { ReadTokens } from './tokens.ts'
import { hashOf } from './unit-hash.ts'

/**
 * Form → two hashes, the same for every case of a word, and for all numbers: copyright years differ. Two numbers each, in the memory of the kernels; the first is odd where the word says
 * nothing by itself in its language: a stop word, a word of academic prose, a number.
 */
export function hashesOfForms(
  kernels: TokenKernels,
  { small, kinds, formTexts }: Pick<ReadTokens, 'small' | 'kinds' | 'formTexts'>,
): Int32Array {
  const { units, starts, ends } = small
  const hashes = kernels.int32(2 * kinds.length)
  for (let form = 0; form < kinds.length; form++) {
    const [start, end] = [starts[form], ends[form]]
    const isNumber = units[start] >= SMALL_A && units[start] <= SMALL_Z ? false : /^\p{N}+$/u.test(formTexts[form])
    const hash = isNumber ? 0 : hashOf(units, start, end)
    const isEmpty = (kinds[form] & (IS_STOP | IS_ACADEMIC | IS_BARE)) === 0 ? 0 : 1
    hashes[2 * form] = (mixed(hash, HIGH) & ~1) | isEmpty
    hashes[2 * form + 1] = mixed(hash, LOW)
  }
  return hashes
}

const [SMALL_A, SMALL_Z] = [0x61, 0x7a]

/** A hash with all its bits mixed, one way for each base: the finalizer of MurmurHash3. */
function mixed(hash: number, base: number): number {
  let bits = Math.imul(hash + 1, base)
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return bits ^ (bits >>> 16)
}
