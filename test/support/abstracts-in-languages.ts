import { createRandom } from '../../server/analysis/math/random.ts'
import type { Paper } from '../../shared/paper.ts'
import { paper } from './planted-papers.ts'

/** Made-up sentences of one language: `#` is a phrase of a subject. */
interface Language {
  sentences: readonly string[]
  /** Subject → its phrases, in the same order in every language: translation, solar cells, heart. */
  subjects: readonly (readonly string[])[]
}

/** Language → what its abstracts are made of. */
export const LANGUAGES: Record<string, Language> = {
  en: {
    sentences: [
      'In this paper we present a new method for # and #.',
      'The results show that # depends on #.',
      'We compare # with # in several experiments.',
      'It is not clear how # can be improved by #.',
    ],
    subjects: [
      ['machine translation', 'parallel corpora', 'bilingual dictionaries', 'translators', 'source language'],
      ['solar cells', 'perovskite layers', 'silicon wafers', 'photovoltaics', 'thin films'],
      ['heart failure', 'atrial fibrillation', 'blood pressure', 'cardiologists', 'arterial stiffness'],
    ],
  },
  de: {
    sentences: [
      'In dieser Arbeit stellen wir eine neue Methode für # und # vor.',
      'Die Ergebnisse zeigen, dass # von # abhängt.',
      'Wir vergleichen # mit # in mehreren Versuchen.',
      'Es ist nicht klar, wie # durch # verbessert werden kann.',
    ],
    subjects: [
      ['maschinelle Übersetzung', 'parallele Korpora', 'zweisprachige Wörterbücher', 'Übersetzer', 'Ausgangssprache'],
      ['Solarzellen', 'Perowskitschichten', 'Siliziumscheiben', 'Photovoltaik', 'dünne Schichten'],
      ['Herzinsuffizienz', 'Vorhofflimmern', 'Blutdruck', 'Kardiologen', 'Gefäßsteifigkeit'],
    ],
  },
  fr: {
    sentences: [
      'Dans cet article, nous présentons une nouvelle méthode pour # et #.',
      'Les résultats montrent que # dépend de #.',
      'Nous comparons # avec # dans plusieurs expériences.',
      'Il n’est pas clair comment # peut être amélioré par #.',
    ],
    subjects: [
      [
        'la traduction automatique',
        'les corpus parallèles',
        'les dictionnaires bilingues',
        'les traducteurs',
        'l’alignement',
      ],
      ['les cellules solaires', 'les couches de pérovskite', 'le silicium', 'le photovoltaïque', 'les couches minces'],
      [
        'l’insuffisance cardiaque',
        'la fibrillation auriculaire',
        'la pression artérielle',
        'les cardiologues',
        'l’artère',
      ],
    ],
  },
  es: {
    sentences: [
      'En este artículo presentamos un nuevo método para # y #.',
      'Los resultados muestran que # depende de #.',
      'Comparamos # con # en varios experimentos.',
      'No está claro cómo # puede mejorarse por #.',
    ],
    subjects: [
      [
        'la traducción automática',
        'los corpus paralelos',
        'los diccionarios bilingües',
        'los traductores',
        'la lengua de origen',
      ],
      ['las células solares', 'las capas de perovskita', 'el silicio', 'la fotovoltaica', 'las láminas delgadas'],
      ['la insuficiencia cardíaca', 'la fibrilación auricular', 'la presión arterial', 'los cardiólogos', 'la arteria'],
    ],
  },
  pt: {
    sentences: [
      'Neste artigo apresentamos um novo método para # e #.',
      'Os resultados mostram que # depende de #.',
      'Comparamos # com # em vários experimentos.',
      'Não está claro como # pode ser melhorado por #.',
    ],
    subjects: [
      ['a tradução automática', 'os corpora paralelos', 'os dicionários bilíngues', 'os tradutores', 'as traduções'],
      ['as células solares', 'as camadas de perovskita', 'o silício', 'a energia fotovoltaica', 'os filmes finos'],
      ['a insuficiência cardíaca', 'a fibrilação atrial', 'a pressão arterial', 'os cardiologistas', 'a artéria'],
    ],
  },
  ru: {
    sentences: [
      'В этой работе предлагается новый метод для # и #.',
      'Результаты показывают, что # зависит от #.',
      'Мы сравниваем # и # в нескольких экспериментах.',
      'Не ясно, как # может быть улучшен с помощью #.',
    ],
    subjects: [
      ['машинного перевода', 'машинный перевод', 'параллельных корпусов', 'двуязычных словарей', 'переводчиков'],
      ['солнечных элементов', 'солнечные элементы', 'слоёв перовскита', 'кремниевых пластин', 'фотовольтаики'],
      [
        'сердечной недостаточности',
        'сердечная недостаточность',
        'артериального давления',
        'фибрилляции предсердий',
        'кардиологов',
      ],
    ],
  },
  ar: {
    sentences: [
      'نقدم في هذه الورقة طريقة جديدة من أجل # و #.',
      'تظهر النتائج أن # تعتمد على #.',
      'نقارن بين # وبين # في عدة تجارب.',
      'ليس من الواضح كيف يمكن تحسين # عن طريق #.',
    ],
    subjects: [
      ['الترجمة الآلية', 'ترجمة آلية', 'المدونات المتوازية', 'القواميس', 'المترجمين'],
      ['الخلايا الشمسية', 'خلايا شمسية', 'طبقات البيروفسكايت', 'السيليكون', 'الأغشية الرقيقة'],
      ['قصور القلب', 'الرجفان الأذيني', 'ضغط الدم', 'الشرايين', 'القلب'],
    ],
  },
  zh: {
    sentences: [
      '本文提出了一种用于#和#的新方法。',
      '结果表明，#取决于#。',
      '我们在多个实验中比较了#与#。',
      '目前还不清楚如何通过#来改进#。',
    ],
    subjects: [
      ['机器翻译', '平行语料库', '双语词典', '译者', '源语言'],
      ['太阳能电池', '钙钛矿薄膜', '硅片', '光伏组件', '薄膜材料'],
      ['心力衰竭', '心房颤动', '动脉血压', '心脏病学', '血管硬度'],
    ],
  },
  ja: {
    sentences: [
      '本稿では、#と#のための新しい手法を提案する。',
      '実験の結果、#は#に依存することが示された。',
      'いくつかの実験において#と#を比較した。',
      '#が#によってどのように改善されるのかは明らかではない。',
    ],
    subjects: [
      ['機械翻訳', '対訳コーパス', '対訳辞書', '翻訳者', '原言語'],
      ['太陽電池', 'ペロブスカイト薄膜', 'シリコン基板', '太陽光発電', '薄膜'],
      ['心不全', '心房細動', '血圧', '循環器', '動脈硬化'],
    ],
  },
}

/** `count` papers a subject in each of some languages; the label is the subject's number. */
export function papersInLanguages(codes: readonly string[], count: number, seed = 3): Paper[] {
  const random = createRandom(seed)
  const papers: Paper[] = []
  for (const code of codes) {
    const { sentences, subjects } = LANGUAGES[code]
    subjects.forEach((phrases, subject) => {
      for (let i = 0; i < count; i++) {
        const fill = (sentence: string): string => sentence.replace(/#/g, () => phrases[random.below(phrases.length)])
        papers.push(
          paper({
            id: `${code}-${subject}-${String(i).padStart(3, '0')}`,
            title: `${phrases[i % phrases.length]} ${i}`,
            abstract: Array.from({ length: 5 }, () => fill(sentences[random.below(sentences.length)])).join(' '),
            label: String(subject),
          }),
        )
      }
    })
  }
  return papers.sort((a, b) => (a.id < b.id ? -1 : 1))
}
