import dutch from 'natural/lib/natural/util/stopwords_nl.js'
import french from 'natural/lib/natural/util/stopwords_fr.js'
import indonesian from 'natural/lib/natural/util/stopwords_id.js'
import italian from 'natural/lib/natural/util/stopwords_it.js'
import japanese from 'natural/lib/natural/util/stopwords_ja.js'
import norwegian from 'natural/lib/natural/util/stopwords_no.js'
import persian from 'natural/lib/natural/util/stopwords_fa.js'
import polish from 'natural/lib/natural/util/stopwords_pl.js'
import portuguese from 'natural/lib/natural/util/stopwords_pt.js'
import russian from 'natural/lib/natural/util/stopwords_ru.js'
import spanish from 'natural/lib/natural/util/stopwords_es.js'
import swedish from 'natural/lib/natural/util/stopwords_sv.js'
import ukrainian from 'natural/lib/natural/util/stopwords_uk.js'
import chinese from 'natural/lib/natural/util/stopwords_zh.js'
import { STOP_WORDS } from './stop-words.ts'

const GERMAN = `
ab aber alle allem allen aller alles als also am an ander andere anderen anderer anderes auch auf aus bei beim bereits bis bisher
da dabei dadurch dafür damit dann daran darauf das dass dazu dem den denen der deren des dessen die dies diese diesem diesen
dieser dieses doch dort durch ein eine einem einen einer eines einige er es etwa für gegen hat haben hier hierbei ihr ihre ihrem
ihren ihrer im in indem ist jede jedem jeden jeder jedoch kann kein keine können könnte man mehr mit müssen nach nicht noch nun
nur ob oder ohne sehr sein seine seinem seinen seiner sich sie sind so sodass sollen sowie sowohl über um und uns unser unsere
unter vom von vor war waren was weil welche welchen welcher wenn werden wie wir wird wo wurde wurden zu zum zur zwischen
`
const ARABIC = `
في من على إلى عن مع هذا هذه ذلك تلك التي الذي الذين هو هي هم كان كانت يكون تكون أن إن أو و ثم كما لم لن لا ما قد كل بعض غير بين حيث
خلال عند بعد قبل حتى إذا لكن لأن منها فيها عليه عليها به بها له لها وقد ومن وفي وهو وهي
`
const FRENCH_MORE =
  'une cette cet ainsi afin plus entre comme aussi dont leurs où très être sont été cela ceci nous vous ils elles lors selon via ses sa son tout tous toute toutes peut peuvent deux'
const SPANISH_MORE =
  'una este esta estos estas como para por con su sus se más entre sin es son ha han al lo o e no pero también desde hasta cada donde cuando muy fue ser nos'
const CHINESE_MORE =
  '了 在 是 对 中 上 为 以 于 而 或 该 其 这 此 我们 本文 提出 一种 一个 进行 通过 基于 方法 以及 不同 可以 能够 使用 实验 结果 表明'

const words = (list: string): string[] => list.split(/\s+/).filter((word) => word !== '')

/** The stop words of each language that is told apart, English first. */
const LANGUAGES: readonly ReadonlySet<string>[] = [
  STOP_WORDS,
  new Set(words(GERMAN)),
  new Set(words(ARABIC)),
  new Set([...french.words, ...words(FRENCH_MORE)]),
  new Set([...spanish.words, ...words(SPANISH_MORE)]),
  new Set([...chinese.words, ...words(CHINESE_MORE)]),
  ...[portuguese, italian, dutch, russian, ukrainian, polish, swedish, norwegian, indonesian, persian, japanese].map(
    (list) => new Set(list.words),
  ),
]
const ENGLISH = 0

/** The languages in which a lower-case word is a stop word, one bit each. */
export function stopLanguages(word: string): number {
  let bits = 0
  LANGUAGES.forEach((stopWords, language) => {
    if (stopWords.has(word)) bits |= 1 << language
  })
  return bits
}

/** Share of a text's words that its language's stop words make up at least. */
const LEAST_SHARE = 0.1

/**
 * The bit of the language that a text is written in, by whose stop words it holds most of; 0 for English and where none stands
 * out. `wordBits`: `stopLanguages` of each of its words.
 */
export function foreignLanguage(wordBits: Iterable<number>): number {
  const hits = new Int32Array(LANGUAGES.length)
  let all = 0
  for (const bits of wordBits) {
    all++
    for (let rest = bits; rest !== 0; rest &= rest - 1) hits[31 - Math.clz32(rest & -rest)]++
  }
  let best = ENGLISH
  for (let language = 1; language < hits.length; language++) if (hits[language] > hits[best]) best = language
  return best === ENGLISH || hits[best] < LEAST_SHARE * all || hits[best] < 1.5 * hits[ENGLISH] ? 0 : 1 << best
}
