const CONSONANTS = 'bdfgklmnprtvz'
const VOWELS = 'aeiou'
const ENDINGS = ['', 'n', 'r', 'l']
const SYLLABLES = CONSONANTS.length * VOWELS.length

/** The word of a rank, 0, 1, …: two syllables or more, the commoner the shorter, each different. None is a plural. */
export function madeUpWord(rank: number): string {
  let rest = Math.floor(rank / ENDINGS.length) + SYLLABLES
  let word = ENDINGS[rank % ENDINGS.length]
  while (rest > 0) {
    const syllable = rest % SYLLABLES
    word = CONSONANTS[Math.floor(syllable / VOWELS.length)] + VOWELS[syllable % VOWELS.length] + word
    rest = Math.floor(rest / SYLLABLES)
  }
  return word
}
