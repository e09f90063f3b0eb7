import { joinSmall, type SmallWords, smallWords, someSmall } from './small-words.ts'
import { factsOfWords, type WordFacts } from './word-facts.ts'
import { type WordList, wordTexts } from './word-list.ts'

/** Words, and what is known of each by itself. */
export interface DescribedWords extends WordFacts {
  texts: string[]
  small: SmallWords
}

export function describeWords(words: WordList): DescribedWords {
  const texts = wordTexts(words)
  const small = smallWords(words, texts)
  return { texts, small, ...factsOfWords(small, texts) }
}

/** The words of some lists, one after the other. */
export function joinDescribed(lists: readonly DescribedWords[]): DescribedWords {
  const count = lists.reduce((sum, list) => sum + list.texts.length, 0)
  const texts: string[] = []
  const stopsIn = new Int32Array(count)
  const kinds = new Uint8Array(count)
  for (const list of lists) {
    stopsIn.set(list.stopsIn, texts.length)
    kinds.set(list.kinds, texts.length)
    for (const text of list.texts) texts.push(text)
  }
  return { texts, small: joinSmall(lists.map(({ small }) => small)), stopsIn, kinds }
}

/** Some of the words, by number. */
export function someDescribed(
  { texts, small, stopsIn, kinds }: DescribedWords,
  numbers: readonly number[],
): DescribedWords {
  return {
    texts: numbers.map((word) => texts[word]),
    small: someSmall(small, numbers),
    stopsIn: Int32Array.from(numbers, (word) => stopsIn[word]),
    kinds: Uint8Array.from(numbers, (word) => kinds[word]),
  }
}
