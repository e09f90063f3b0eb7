import {
  conflicts,
  countFault,
  distinct,
  formFault,
  groupFault,
  tidy,
  VOCABULARY,
  type Vocabulary,
} from './vocabulary.ts'

/** What is wrong with a line of a text; lines count from 1. */
export interface LineFault {
  line: number
  message: string
}

/** What a text says, as far as it can be read, and what is wrong with it, by line. */
export interface Parsed<T> {
  value: T
  faults: LineFault[]
}

/** Reads ignored words: one a line, or separated by commas; from `#` on a line is a remark. */
export function parseStopWords(text: string): Parsed<string[]> {
  const faults: LineFault[] = []
  const forms: string[] = []
  let last = 1
  for (const { line, content } of linesOf(text)) {
    last = line
    for (const form of content.split(',').map(tidy)) if (form !== '') take(form, line, forms, faults)
  }
  const value = distinct(forms)
  const message = countFault('stopWords', value.length)
  return message === null ? { value, faults } : { value: [], faults: [...faults, { line: last, message }] }
}

/** Reads synonyms, one group a line, forms separated by `=`; from `#` on a line is a remark. */
export function parseSynonyms(text: string): Parsed<string[][]> {
  const { value, faults } = parseVocabulary({ stopWords: '', synonyms: text })
  return { value: value.synonyms, faults: faults.synonyms }
}

/** Reads both texts; a form that is ignored and a synonym, or in two groups, is a fault of the synonyms. */
export function parseVocabulary(texts: { stopWords: string; synonyms: string }): {
  value: Vocabulary
  faults: Record<keyof Vocabulary, LineFault[]>
} {
  const stopWords = parseStopWords(texts.stopWords)
  const groups = parseGroups(texts.synonyms)
  const value = { stopWords: stopWords.value, synonyms: groups.value.map(({ forms }) => forms) }
  const clashes = conflicts(value).map(({ group, message }) => ({ line: groups.value[group].line, message }))
  const synonyms = [...groups.faults, ...clashes].sort((a, b) => a.line - b.line)
  return { value, faults: { stopWords: stopWords.faults, synonyms } }
}

/** Ignored words as text, one a line: what `parseStopWords` reads. */
export function stopWordsText(stopWords: readonly string[]): string {
  return stopWords.map((word) => `${word}\n`).join('')
}

/** Synonyms as text, one group a line: what `parseSynonyms` reads. */
export function synonymsText(synonyms: readonly (readonly string[])[]): string {
  return synonyms.map((forms) => `${forms.join(' = ')}\n`).join('')
}

/**
 * A vocabulary in words, a row for each half that says anything: what it is called, then what it holds. At most `most` entries
 * a row are named, the rest counted.
 */
export function vocabularyRows(vocabulary: Vocabulary | undefined, most = Infinity): [label: string, text: string][] {
  if (vocabulary === undefined) return []
  const row = (half: 'stopWords' | 'synonyms', items: readonly string[], between: string): [string, string][] => {
    if (items.length === 0) return []
    const rest = items.length > most ? ` and ${items.length - most} more` : ''
    return [[VOCABULARY[half].label, `${items.slice(0, most).join(between)}${rest}`]]
  }
  const groups = vocabulary.synonyms.map((forms) => forms.join(' = '))
  return [...row('stopWords', vocabulary.stopWords, ', '), ...row('synonyms', groups, '; ')]
}

function parseGroups(text: string): Parsed<{ line: number; forms: string[] }[]> {
  const faults: LineFault[] = []
  const value: { line: number; forms: string[] }[] = []
  for (const { line, content } of linesOf(text)) {
    const before = faults.length
    const forms: string[] = []
    for (const form of content.split('=').map(tidy)) {
      if (form === '') faults.push({ line, message: `nothing beside a =: “${content}”` })
      else take(form, line, forms, faults)
    }
    if (faults.length > before) continue
    const group = distinct(forms)
    const message = groupFault(group)
    if (message === null) value.push({ line, forms: group })
    else faults.push({ line, message })
  }
  const message = countFault('synonyms', value.length)
  const last = value.at(-1)?.line ?? 1
  return message === null ? { value, faults } : { value: [], faults: [...faults, { line: last, message }] }
}

function take(form: string, line: number, to: string[], faults: LineFault[]): void {
  const message = formFault(form)
  if (message === null) to.push(form)
  else faults.push({ line, message })
}

/** The lines that say something, without their remarks. A `#` inside a word (`C#`) begins none. */
function linesOf(text: string): { line: number; content: string }[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((content, i) => ({ line: i + 1, content: content.replace(/(?:^|\s)#.*$/u, '').trim() }))
    .filter(({ content }) => content !== '')
}
