/** Words as numbers, in arrays that another thread can take over. */
export interface WordList {
  /** UTF-16 units of all words, one after the other. */
  units: Uint16Array
  /** Where word i starts in `units`; one more than there are words. */
  starts: Int32Array
}

/** Words of a list by the numbers that its reader gives them in all its lists. */
export interface KnownWords {
  /** Tells readers apart, and one that has forgotten its words from what it was. */
  reader: number
  /** Word of the list → number with that reader. */
  ids: Int32Array
}

/** Units of a string that some words are cut from, about: as many arguments any engine takes. */
const AT_ONCE = 4096

/** The words as strings; cut from strings of some words, which is several times quicker than to make each by itself. */
export function wordTexts({ units, starts }: WordList): string[] {
  const texts: string[] = []
  const count = starts.length - 1
  for (let first = 0, end = 0; first < count; first = end) {
    while (end < count && starts[end] - starts[first] < AT_ONCE) end++
    const some = String.fromCharCode.apply(null, units.subarray(starts[first], starts[end]) as unknown as number[])
    for (let i = first; i < end; i++) texts.push(some.slice(starts[i] - starts[first], starts[i + 1] - starts[first]))
  }
  return texts
}

/** Texts, each changed by `change`, as a list. */
export function wordList(texts: readonly string[], change: (text: string) => string = (text) => text): WordList {
  const starts = new Int32Array(texts.length + 1)
  let units = new Uint16Array(16 * (texts.length + 1))
  let end = 0
  for (let word = 0; word < texts.length; word++) {
    const text = change(texts[word])
    if (end + text.length > units.length) {
      const more = new Uint16Array(2 * (end + text.length))
      more.set(units)
      units = more
    }
    for (let i = 0; i < text.length; i++) units[end++] = text.charCodeAt(i)
    starts[word + 1] = end
  }
  return { units: units.subarray(0, end), starts }
}
