/** A record as a file has it: its values under folded column names. */
export interface RawRecord {
  /** 1-based line on which it starts. */
  line: number
  values: Map<string, unknown>
  /** True where texts hold no markup: what a browser copied, and our own `papers.jsonl`. */
  plain: boolean
}

/** Where readers put what they find. */
export interface Sink {
  /** Takes one record; throws for a malformed one unless bad ones are skipped. */
  record(record: RawRecord): void
  /** Takes note of a record that cannot be read; throws unless bad ones are skipped. */
  malformed(line: number, reason: string): void
  /** Folds a column's name and remembers its spelling. */
  fold(name: string): string
  /** Keeps a plain sentence on what was assumed. */
  note(sentence: string): void
}

/** One format: its text in, records out. */
export interface Reader {
  /** What a receipt calls it. */
  format: string
  read(text: AsyncIterable<string>, sink: Sink): Promise<void>
}
