import { expect, it } from 'vitest'
import { readCorpus } from '../../../../server/analysis/text/read-corpus.ts'
import { IS_STOP } from '../../../../server/analysis/text/word-kind.ts'
import { LANGUAGES } from '../../../../server/analysis/text/languages.ts'
import { paper } from '../../../support/planted-papers.ts'

const GERMAN =
  'Wir stellen ein neuronales Sprachmodell vor, das die Übersetzung von Texten mit den Daten der Nutzer verbessert.'
const ENGLISH = 'We present a neural model that can die while the reports of a car and its models are read.'

/** Word → what it is counted as, or `stop`. */
function stems(abstracts: readonly string[]): Map<string, string>[] {
  const corpus = readCorpus(
    abstracts.map((abstract, i) => paper({ id: `p${i}`, title: '–', abstract })),
    'singular',
  )
  return abstracts.map((_, i) => {
    const seen = new Map<string, string>()
    for (let t = corpus.starts[i]; t < corpus.starts[i + 1]; t++) {
      const stem = corpus.stemOfForm[corpus.forms[t]]
      const isStop = (corpus.stemKinds[stem] & IS_STOP) !== 0
      seen.set(corpus.formTexts[corpus.forms[t]], isStop ? 'stop' : corpus.stemTexts[stem])
    }
    return seen
  })
}

it('takes the stop words of a language as such only in its own texts', () => {
  const [german, english] = stems([GERMAN, ENGLISH])
  expect(german.get('die')).toBe('stop')
  expect(english.get('die')).toBe('die')
  expect(english.get('of')).toBe('stop')
})

it('folds the inflections of a language in its texts, and plurals in English ones', () => {
  const [words, english] = stems([
    `${GERMAN} Die Sprachmodelle der neuronalen Netze werden für die Übersetzungen genutzt.`,
    ENGLISH,
  ])
  expect(words.get('Sprachmodelle')).toBe(words.get('Sprachmodell'))
  expect(words.get('Übersetzungen')).toBe(words.get('Übersetzung'))
  expect(english.get('models')).toBe(english.get('model'))
})

it('counts names and words that English papers write as well as the same in every language', () => {
  const [german, english] = stems([
    `${GERMAN} Wir nutzen dafür BERT mit Attention.`,
    `${ENGLISH} We use BERT and attention.`,
  ])
  expect(german.get('BERT')).toBe(english.get('BERT'))
  expect(german.get('Attention')).toBe(english.get('attention'))
})

it.each([
  ['de', GERMAN],
  [
    'fr',
    'Nous présentons une méthode pour la traduction des textes et nous montrons que les résultats sont meilleurs dans le corpus.',
  ],
  ['es', 'Presentamos un método para la traducción de textos y mostramos que los resultados son mejores en el corpus.'],
  [
    'pt',
    'Apresentamos um método para a tradução de textos e mostramos que os resultados são melhores no corpus em questão.',
  ],
  [
    'ru',
    'Мы предлагаем метод для машинного перевода текстов, который позволяет улучшить качество и не требует данных.',
  ],
  ['ar', 'نقدم في هذه الورقة طريقة جديدة من أجل الترجمة الآلية التي تعتمد على الشبكات العصبية من دون بيانات'],
  ['zh', '本文提出了一种基于神经网络的机器翻译方法，并且在多个数据集上进行了实验。'],
  ['ja', '本稿では、ニューラルネットワークを用いた機械翻訳の手法を提案し、その有効性を示す。'],
  ['en', ENGLISH],
  ['en', 'Sums of 1, 2, 3, 4 and 5 games'],
  ['en', 'Recursive codes of PRM in de Bruijn graphs'],
])('knows %s by its stop words', (code, abstract) => {
  const corpus = readCorpus([paper({ id: 'p', title: '–', abstract })], 'singular')
  expect(LANGUAGES[corpus.formLanguages[corpus.forms[corpus.starts[1] - 1]]].code).toBe(code)
})
