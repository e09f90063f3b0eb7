import { isEmptyVocabulary, type Vocabulary } from '../../../shared/vocabulary.ts'
import { lowerCase, singular } from './stem.ts'
import { AFTER_BREAK, AFTER_HYPHEN } from './token-flags.ts'
import { tokenize } from './tokenize.ts'

/** Walks through the tokens of a text, as `tokenize` does. */
export type Tokenizer = typeof tokenize

/** Where some forms stand after their first tokens. */
interface Place {
  /** Folded token → where the forms that go on with it stand. */
  next: Map<string, Place>
  /** What stands for the form that ends here: the first of its group, null where it is ignored; undefined where none ends. */
  shown?: string | null
}

/**
 * A tokenizer with a vocabulary of its own. What is ignored is gone, and a break stands in its place, so that no phrase reaches
 * across it. A synonym, of however many words, is one token: the first form of its group as the person wrote it.
 * Case and plurals make no difference, and a hyphen is as good as a space; of several forms that begin at one token the longest
 * counts, and one that is ignored comes before a synonym. Linear in the length of the text. Without a vocabulary: `tokenize` itself.
 */
export function tokenizerWith(vocabulary: Vocabulary | undefined): Tokenizer {
  if (vocabulary === undefined || isEmptyVocabulary(vocabulary)) return tokenize
  const forms = compile(vocabulary)
  const folded = new Map<string, string>()
  const fold = (token: string): string => {
    let key = folded.get(token)
    if (key === undefined) folded.set(token, (key = singular(lowerCase(token))))
    return key
  }
  return (text, visit) => {
    const tokens: string[] = []
    const keys: string[] = []
    const flags: number[] = []
    tokenize(text, (token, flag) => {
      tokens.push(token)
      keys.push(fold(token))
      flags.push(flag)
    })
    let isCut = false
    for (let t = 0; t < tokens.length;) {
      const form = longestForm(forms, keys, flags, t)
      if (form?.shown === null) isCut = true
      else {
        visit(form?.shown ?? tokens[t], isCut ? (flags[t] & ~AFTER_HYPHEN) | AFTER_BREAK : flags[t])
        isCut = false
      }
      t += form?.length ?? 1
    }
  }
}

/** The longest form that begins at token `from`: its tokens, and what stands for it. */
function longestForm(
  forms: Place,
  keys: readonly string[],
  flags: readonly number[],
  from: number,
): { shown: string | null; length: number } | null {
  let place = forms.next.get(keys[from])
  let found: { shown: string | null; length: number } | null = null
  for (let t = from + 1; place !== undefined; t++) {
    if (place.shown !== undefined) found = { shown: place.shown, length: t - from }
    if (t === keys.length) break
    place = place.next.get(stepKey(keys[t], flags[t]))
  }
  return found
}

function compile({ stopWords, synonyms }: Vocabulary): Place {
  const root: Place = { next: new Map() }
  for (const [shown, ...others] of synonyms) {
    // Of two groups that share a folded form (`LLM`, `LLMs`) the first keeps it.
    for (const form of [shown, ...others]) placeOf(root, form).shown ??= shown
  }
  for (const form of stopWords) placeOf(root, form).shown = null
  // A form without a token ends where every text begins.
  delete root.shown
  return root
}

/** Where a form ends, made if it is not there yet. */
function placeOf(root: Place, form: string): Place {
  let place = root
  tokenize(form, (token, flags) => {
    const key = singular(lowerCase(token))
    const step = place === root ? key : stepKey(key, flags)
    let next = place.next.get(step)
    if (next === undefined) place.next.set(step, (next = { next: new Map() }))
    place = next
  })
  return place
}

/** A later token of a form stands behind a break only where the form itself has one: `U.S. law`. No token has a dot in it. */
function stepKey(key: string, flags: number): string {
  return (flags & AFTER_BREAK) === 0 ? key : `.${key}`
}
