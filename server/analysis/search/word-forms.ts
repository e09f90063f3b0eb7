/** How often each word is written in which way, gathered text by text. */
export class WordForms {
  /** Form with a capital somewhere → times it was seen. */
  readonly #capital = new Map<string, number>()
  /** Word → times it was seen in small letters. */
  readonly #small = new Map<string, number>()

  /** Counts one token as written; `word` is the same in small letters. */
  add(token: string, word: string): void {
    const counts = token === word ? this.#small : this.#capital
    counts.set(token, (counts.get(token) ?? 0) + 1)
  }

  /**
   * Word → its commonest form, for the words that are not shown as they are: `llms` → `LLMs`, `bert` → `BERT`. Where only the first
   * letter is a capital, small letters win with a quarter of the uses, since sentences lend capitals to any word. Ties: lower code points.
   */
  shown(): Map<string, string> {
    const best = new Map<string, [form: string, uses: number]>()
    for (const [form, uses] of this.#capital) {
      const word = form.toLowerCase()
      const known = best.get(word)
      if (known === undefined || uses > known[1] || (uses === known[1] && form < known[0])) best.set(word, [form, uses])
    }
    const shown = new Map<string, string>()
    for (const [word, [form, uses]] of best) {
      const small = this.#small.get(word) ?? 0
      if (small < uses && !(isCapitalised(form) && small > 0 && small * 4 >= uses)) shown.set(word, form)
    }
    return shown
  }
}

function isCapitalised(form: string): boolean {
  return /^\p{Lu}[^\p{Lu}]*$/u.test(form)
}
