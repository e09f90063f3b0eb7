import { FormStems, STOP } from './form-stems.ts'
import { plainTokenKernels } from './plain-token-kernels.ts'
import type { TokenKernels } from './token-kernels.ts'
import type { ReadTokens } from './tokens.ts'
import { type Folding, IS_STOP } from './word-kind.ts'
import { wordTexts } from './word-list.ts'

/** What the forms of a collection are counted as. */
export interface Folded {
  /** Form → stem, the number of what it is counted as. */
  stemOfForm: Int32Array
  /** Stem → its text; that of a language other than English begins with its code (`de·modell`). */
  stemTexts: string[]
  /** Stem → IS_STOP, IS_ACADEMIC, IS_BARE, IS_PART. */
  stemKinds: Uint8Array
}

/** Folds forms into stems (`form-stems`). `stems`: those of the same forms, where they were made before. */
export function foldForms(
  tokens: ReadTokens,
  folding: Folding,
  kernels: TokenKernels = plainTokenKernels,
  stems = new FormStems(tokens, folding),
): Folded {
  const { forms, kinds } = tokens
  const { keys, kinds: foreignKinds } = stems.foreign(kernels.countForms(forms, kinds.length))
  const { words, numbers } = kernels.joinWords([stems.english, keys])
  const [english, foreign] = numbers
  const stemOfForm = new Int32Array(kinds.length)
  stemOfForm.set(english)
  stemOfForm.set(foreign, english.length)
  const stemTexts = wordTexts(words)
  const stemKinds = new Uint8Array(stemTexts.length).fill(255)
  // A stem is academic only if every word of it is.
  for (let form = 0; form < english.length; form++) stemKinds[english[form]] &= kinds[form]
  for (let i = 0; i < foreign.length; i++) stemKinds[foreign[i]] &= kinds[english.length + i] | foreignKinds[i]
  for (let stem = 0; stem < stemKinds.length; stem++)
    if ((stemKinds[stem] & IS_STOP) !== 0) stemTexts[stem] = stemTexts[stem].slice(STOP.length)
  return { stemOfForm, stemTexts, stemKinds }
}
