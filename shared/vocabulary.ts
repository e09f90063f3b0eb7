import { z } from 'zod'

/** How much a vocabulary may hold, and what its two halves are called: the form, the check, the command and the docs read this. */
export const VOCABULARY = {
  /** A form is a word or a phrase. Lengths in characters. */
  form: { maxLength: 64, maxWords: 4 },
  stopWords: {
    label: 'Ignored words',
    help: 'words and phrases that count for nothing: one a line, or separated by commas',
    max: 1000,
  },
  synonyms: {
    label: 'Synonyms',
    help: 'forms that mean the same, one group a line: large language model = LLM; the first is shown',
    max: 500,
    minForms: 2,
    maxForms: 20,
  },
} as const

/** What two ways of writing a form share: composed letters, single spaces, no capitals. */
export function formKey(form: string): string {
  return tidy(form).toLowerCase()
}

/** What is wrong with a form, or null: too long, too many words, no letter or digit, or a sign that its text form uses. */
export function formFault(form: string): string | null {
  const { maxLength, maxWords } = VOCABULARY.form
  if (form.length > maxLength) return `longer than ${maxLength} characters: ${short(form)}`
  if (!/[\p{L}\p{N}]/u.test(form)) return `no letter or digit: ${quoted(form)}`
  if (/[,=\n\r]|(?:^|\s)#/.test(form)) return `a word with a comma, = or # in it: ${quoted(form)}`
  const words = form.split(/[\s-]+/).filter((word) => word !== '').length
  return words > maxWords ? `more than ${maxWords} words: ${quoted(form)}` : null
}

/** Groups that share a form, and forms that are ignored and a synonym as well: where each stands, and what is wrong with it. */
export function conflicts({
  stopWords,
  synonyms,
}: {
  stopWords: readonly string[]
  synonyms: readonly (readonly string[])[]
}): { group: number; message: string }[] {
  const ignored = new Set(stopWords.map(singularKey))
  const groupOf = new Map<string, number>()
  return synonyms.flatMap((forms, group) =>
    forms.flatMap((form) => {
      const key = singularKey(form)
      const other = groupOf.get(key) ?? group
      groupOf.set(key, other)
      if (ignored.has(key)) return [{ group, message: `both ignored and a synonym: ${quoted(form)}` }]
      return other === group ? [] : [{ group, message: `in two groups of synonyms: ${quoted(form)}` }]
    }),
  )
}

/** What a form and its plainest plural share; an analysis, which folds more of them, says who wins. */
function singularKey(form: string): string {
  return formKey(form).replace(/(?<=[^\s-]{2}[^siu])s$/, '')
}

const Form = z
  .string()
  .overwrite(tidy)
  .superRefine((form, context) => {
    const message = formFault(form)
    if (message !== null) context.addIssue({ code: 'custom', message })
  })
  .meta({ description: `a word, or a phrase of up to ${VOCABULARY.form.maxWords} words` })

/**
 * A collection's own words: what is ignored, and what means the same. Case and plurals make no difference.
 * Forms come out with single spaces and composed letters, each once.
 */
export const Vocabulary = z
  .object({
    stopWords: z
      .array(Form)
      .overwrite(distinct)
      .refine((words) => words.length <= VOCABULARY.stopWords.max, {
        error: ({ input }) => countFault('stopWords', (input as string[]).length) ?? '',
      })
      .meta({ description: VOCABULARY.stopWords.help }),
    synonyms: z
      .array(
        z
          .array(Form)
          .overwrite(distinct)
          .superRefine((forms, context) => {
            const message = groupFault(forms)
            if (message !== null) context.addIssue({ code: 'custom', message })
          }),
      )
      .refine((groups) => groups.length <= VOCABULARY.synonyms.max, {
        error: ({ input }) => countFault('synonyms', (input as string[][]).length) ?? '',
      })
      .meta({ description: 'groups of forms that mean the same; the first form of a group is shown' }),
  })
  .strict()
  .superRefine((vocabulary, context) => {
    for (const { group, message } of conflicts(vocabulary)) {
      context.addIssue({ code: 'custom', message, path: ['synonyms', group] })
    }
  })
  .meta({ id: 'Vocabulary' })
export type Vocabulary = z.infer<typeof Vocabulary>

/** A vocabulary that changes nothing. */
export const NO_VOCABULARY: Vocabulary = { stopWords: [], synonyms: [] }

/** What is wrong with the number of forms in a group of synonyms, or null. */
export function groupFault(forms: readonly string[]): string | null {
  const { minForms, maxForms } = VOCABULARY.synonyms
  if (forms.length < minForms) return `a group of synonyms needs two forms: ${quoted(forms.join(' = '))}`
  return forms.length > maxForms ? `more than ${maxForms} forms in a group: ${quoted(forms[0])}` : null
}

/** What is wrong with the number of ignored words or of groups, or null. */
export function countFault(half: 'stopWords' | 'synonyms', count: number): string | null {
  const { max } = VOCABULARY[half]
  return count > max
    ? `more than ${max} ${half === 'stopWords' ? 'ignored words' : 'groups of synonyms'}: ${count}`
    : null
}

/** Whether a vocabulary changes nothing; an absent one does not. */
export function isEmptyVocabulary(vocabulary: Vocabulary | undefined): boolean {
  return vocabulary === undefined || (vocabulary.stopWords.length === 0 && vocabulary.synonyms.length === 0)
}

/** Whether two vocabularies say the same; the order of ignored words and of groups makes no difference, that of forms does. */
export function sameVocabulary(a: Vocabulary = NO_VOCABULARY, b: Vocabulary = NO_VOCABULARY): boolean {
  return canonical(a) === canonical(b)
}

/** A vocabulary that ignores one form more; the same one where it does so already. The form leaves its group of synonyms. */
export function withIgnored(vocabulary: Vocabulary, form: string): Vocabulary {
  const key = formKey(form)
  if (vocabulary.stopWords.some((word) => formKey(word) === key)) return vocabulary
  return {
    stopWords: [...vocabulary.stopWords, tidy(form)],
    synonyms: vocabulary.synonyms
      .map((forms) => forms.filter((other) => formKey(other) !== key))
      .filter((forms) => forms.length >= VOCABULARY.synonyms.minForms),
  }
}

/** A vocabulary that ignores one form less. */
export function withoutIgnored(vocabulary: Vocabulary, form: string): Vocabulary {
  const key = formKey(form)
  return { ...vocabulary, stopWords: vocabulary.stopWords.filter((word) => formKey(word) !== key) }
}

/** Forms, each once; of two ways of writing one, the first stays. */
export function distinct(forms: readonly string[]): string[] {
  const byKey = new Map<string, string>()
  for (const form of forms) if (!byKey.has(formKey(form))) byKey.set(formKey(form), form)
  return [...byKey.values()]
}

function canonical({ stopWords, synonyms }: Vocabulary): string {
  return JSON.stringify([stopWords.map(formKey).sort(), synonyms.map((forms) => forms.join('=')).sort()])
}

/** A form with composed letters and single spaces. */
export function tidy(form: string): string {
  return form.normalize('NFC').trim().replace(/\s+/g, ' ')
}

const short = (text: string): string => quoted(`${text.slice(0, 24)}…`)
const quoted = (text: string): string => `“${text}”`
