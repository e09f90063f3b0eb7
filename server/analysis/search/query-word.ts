/** One word of a phrase. */
export interface QueryWord {
  word: string
  match: 'inflections' | 'exact' | 'prefix'
  /** Place of the word in its phrase; stop words leave a gap. */
  offset: number
}
