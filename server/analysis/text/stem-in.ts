import french from 'natural/lib/natural/stemmers/porter_stemmer_fr.js'
import german from 'natural/lib/natural/stemmers/porter_stemmer_de.js'
import italian from 'natural/lib/natural/stemmers/porter_stemmer_it.js'
import dutch from 'natural/lib/natural/stemmers/porter_stemmer_nl.js'
import norwegian from 'natural/lib/natural/stemmers/porter_stemmer_no.js'
import portuguese from 'natural/lib/natural/stemmers/porter_stemmer_pt.js'
import russian from 'natural/lib/natural/stemmers/porter_stemmer_ru.js'
import spanish from 'natural/lib/natural/stemmers/porter_stemmer_es.js'
import swedish from 'natural/lib/natural/stemmers/porter_stemmer_sv.js'
import ukrainian from 'natural/lib/natural/stemmers/porter_stemmer_uk.js'

/** Language → stem of a lower-case word in it. */
const STEMMERS: Record<string, (word: string) => string> = {
  ar: arabicStem,
  de: (word) => german.stem(word),
  es: (word) => spanish.stem(word),
  fr: (word) => french.stem(word),
  it: (word) => italian.stem(word),
  nl: (word) => dutch.stem(word),
  no: (word) => norwegian.stem(word),
  // The stemmer of `natural` leaves the plurals in -ões, -ens and -ais apart from their singulars.
  pt: (word) =>
    portuguese.stem(
      word
        .replace(/ções$/, 'ção')
        .replace(/([aeiou])ns$/, '$1m')
        .replace(/([aeo])is$/, '$1l'),
    ),
  // … and the cases of nouns in -ость.
  ru: (word) => russian.stem(word.replace(/ост(?:и|ью|ей|ям|ями|ях)$/, 'ость')),
  sv: (word) => swedish.stem(word),
  uk: (word) => ukrainian.stem(word),
}

/**
 * The stem of a lower-case word in a language: Snowball's for most, without article and vowel signs for Arabic, the word itself
 * where no stemmer is known. `code`: ISO 639-1.
 */
export function stemIn(code: string, word: string): string {
  const stem = word.length > 2 ? STEMMERS[code]?.(word) : undefined
  return stem === undefined || stem === '' ? word : stem
}

/**
 * Vowel signs and stretching, forms of alef and yeh, the conjunction and the article in front, and the endings of plural, dual and
 * gender go, as in Light10 (Larkey, Ballesteros, Connell: "Light stemming for Arabic information retrieval", 2007).
 */
function arabicStem(word: string): string {
  let stem = word.replace(/[\u064b-\u065f\u0670\u0640]/g, '')
  if (stem.length > 3) stem = stem.replace(/^و(?=.{3})/, '')
  const article = /^(?:ال|بال|كال|فال|لل)(?=.{2})/.exec(stem)
  if (article) stem = stem.slice(article[0].length)
  // Only now, lest the first letters of آلية look like an article.
  stem = stem.replace(/[أإآ]/g, 'ا').replace(/ى/g, 'ي')
  return stem.replace(/(?<=.{2})(?:ها|ان|ات|ون|ين|يه|ية|ه|ة|ي)$/, '')
}
