import { type FormStems, STOP } from './form-stems.ts'
import type { TokenKernels } from './token-kernels.ts'
import { IS_STOP } from './word-kind.ts'
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

/** Folds forms into stems. `kinds` and `uses`: form → what its word is, and tokens of it. Of the kernels it calls `wordJoiner` alone. */
export function foldForms(
  kinds: Uint8Array,
  stems: FormStems,
  uses: Int32Array,
  kernels: Pick<TokenKernels, 'scope' | 'wordJoiner'>,
): Folded {
  const { keys, kinds: foreignKinds } = stems.foreign(uses)
  const { words, english, foreign } = kernels.scope(() => {
    const joiner = kernels.wordJoiner(stems.english.starts.length + keys.starts.length)
    return { english: joiner.add(stems.english), foreign: joiner.add(keys), words: joiner.words() }
  })
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
