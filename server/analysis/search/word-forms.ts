/** How often each word is written in which way, gathered text by text. */
export class WordForms {
  /** Form that is not its word (a capital, a hyphen) → the number of its word, and times it was seen. */
  readonly #others = new Map<string, { word: number; uses: number }>()
  /** Word → times it was seen as it is; holes where never. */
  readonly #plain: number[] = []

  /** Counts one token as written; `word` is the number of its word, and `isPlain` whether it is written just so. */
  add(token: string, word: number, isPlain: boolean): void {
    if (isPlain) {
      this.#plain[word] = (this.#plain[word] ?? 0) + 1
      return
    }
    const known = this.#others.get(token)
    if (known === undefined) this.#others.set(token, { word, uses: 1 })
    else known.uses++
  }

  /**
   * Word → its commonest form, for the words that are not shown as they are: `llms` → `LLMs`, `pretraining` → `pre-training`. Where
   * only the first letter is a capital, small letters win with a quarter of the uses, since sentences lend capitals to any word. Ties:
   * lower code points. `textOf` gives a word by its number.
   */
  shown(textOf: (word: number) => string): Map<string, string> {
    const best = new Map<number, { form: string; uses: number }>()
    for (const [form, { word, uses }] of this.#others) {
      const known = best.get(word)
      if (known === undefined || uses > known.uses || (uses === known.uses && form < known.form))
        best.set(word, { form, uses })
    }
    const shown = new Map<string, string>()
    for (const [word, { form, uses }] of best) {
      const small = this.#plain[word] ?? 0
      if (small < uses && !(isCapitalised(form) && small > 0 && small * 4 >= uses)) shown.set(textOf(word), form)
    }
    return shown
  }
}

function isCapitalised(form: string): boolean {
  return /^\p{Lu}[^\p{Lu}]*$/u.test(form)
}
