/** How often each word is written in which way, gathered text by text. */
export class WordForms {
  /** Form with a capital somewhere → the number of its word, and times it was seen. */
  readonly #capital = new Map<string, { word: number; uses: number }>()
  /** Word → times it was seen in small letters; holes where never. */
  readonly #small: number[] = []

  /** Counts one token as written; `word` is the number of what it is in small letters. */
  add(token: string, word: number, isSmall: boolean): void {
    if (isSmall) {
      this.#small[word] = (this.#small[word] ?? 0) + 1
      return
    }
    const known = this.#capital.get(token)
    if (known === undefined) this.#capital.set(token, { word, uses: 1 })
    else known.uses++
  }

  /**
   * Word → its commonest form, for the words that are not shown as they are: `llms` → `LLMs`, `bert` → `BERT`. Where only the first
   * letter is a capital, small letters win with a quarter of the uses, since sentences lend capitals to any word. Ties: lower code points.
   */
  shown(): Map<string, string> {
    const best = new Map<number, { form: string; uses: number }>()
    for (const [form, { word, uses }] of this.#capital) {
      const known = best.get(word)
      if (known === undefined || uses > known.uses || (uses === known.uses && form < known.form))
        best.set(word, { form, uses })
    }
    const shown = new Map<string, string>()
    for (const [word, { form, uses }] of best) {
      const small = this.#small[word] ?? 0
      if (small < uses && !(isCapitalised(form) && small > 0 && small * 4 >= uses)) shown.set(form.toLowerCase(), form)
    }
    return shown
  }
}

function isCapitalised(form: string): boolean {
  return /^\p{Lu}[^\p{Lu}]*$/u.test(form)
}
