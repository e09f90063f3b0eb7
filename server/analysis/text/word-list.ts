import { UnitList } from './unit-list.ts'

/** Words as numbers, in arrays that another thread can take over. */
export interface WordList {
  /** UTF-16 units of all words, one after the other. */
  units: Uint16Array
  /** Where word i starts in `units`; one more than there are words. */
  starts: Int32Array
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
  const units = new UnitList(8 * texts.length)
  for (let word = 0; word < texts.length; word++) {
    units.addText(change(texts[word]))
    starts[word + 1] = units.length
  }
  return { units: units.units(), starts }
}

/** Some words of a list, by number. */
export function someWords({ units, starts }: WordList, numbers: ArrayLike<number>): WordList {
  const own = new UnitList(8 * numbers.length)
  const ownStarts = new Int32Array(numbers.length + 1)
  for (let i = 0; i < numbers.length; i++) {
    own.add(units, starts[numbers[i]], starts[numbers[i] + 1])
    ownStarts[i + 1] = own.length
  }
  return { units: own.units(), starts: ownStarts }
}
