import type { FormUses } from '../kernels/phrase-kernels.ts'
import type { Corpus } from '../text/corpus.ts'

/**
 * Form → how it is shown. A word whose only capital is its first letter is shown small where running text often writes it so,
 * since sentences and titles lend capitals to any word; `BERT`, `Wasserstein` and German nouns stay. An acronym and its long form
 * are both shown as the one of them that running text has more often.
 */
export function shownForms(corpus: Corpus, uses: FormUses): readonly string[] {
  let shown = known.get(corpus)
  if (shown === undefined) known.set(corpus, (shown = findShownForms(corpus, uses.abstracts)))
  return shown
}

/** Asked for several times of one corpus: for topics, themes, terms and trends. */
const known = new WeakMap<Corpus, string[]>()

function findShownForms(corpus: Corpus, uses: Int32Array): string[] {
  const { formTexts, formLanguages } = corpus
  /** Language → small word → form. */
  const numbers: Map<string, number>[] = []
  formTexts.forEach((text, form) => {
    if (!isCapital(text)) (numbers[formLanguages[form]] ??= new Map<string, number>()).set(text, form)
  })
  const shown = formTexts.map((text, form) => {
    // Most words are small, as one sign tells.
    if (text.charCodeAt(0) < 0x80 && !isCapital(text)) return text
    if (!/^\p{Lu}[^\p{Lu}]+$/u.test(text)) return text
    const small = text.toLowerCase()
    const smallForm = numbers[formLanguages[form]]?.get(small)
    const smallUses = smallForm === undefined ? 0 : uses[smallForm]
    return smallUses > 0 && smallUses * 4 >= uses[form] ? small : text
  })
  showAcronyms(corpus, uses, shown)
  return shown
}

/** Whether a word begins with one of A…Z. */
function isCapital(text: string): boolean {
  const first = text.charCodeAt(0)
  return first >= 0x41 && first <= 0x5a
}

/** Ways of writing one thing: an acronym, or its long form. */
interface Ways {
  uses: number
  /** The commonest form in the singular and in the plural. */
  singular: number
  plural: number
}

function showAcronyms(corpus: Corpus, uses: Int32Array, shown: string[]): void {
  const ofStem = new Map<number, { short: Ways; long: Ways; forms: number[] }>()
  for (const form of corpus.longForms.keys())
    ofStem.set(corpus.stemOfForm[form], { short: noWays(), long: noWays(), forms: [] })
  if (ofStem.size === 0) return
  corpus.stemOfForm.forEach((stem, form) => {
    const entry = ofStem.get(stem)
    if (entry === undefined) return
    entry.forms.push(form)
    const ways = corpus.longForms.has(form) ? entry.long : entry.short
    ways.uses += uses[form]
    const number = isPlural(shown[form]) ? 'plural' : 'singular'
    if (ways[number] < 0 || uses[form] > uses[ways[number]]) ways[number] = form
  })
  for (const { short, long, forms } of ofStem.values()) {
    const { singular, plural } = short.uses > long.uses ? short : long
    for (const form of forms) {
      const [wanted, other] = isPlural(shown[form]) ? [plural, singular] : [singular, plural]
      shown[form] = shown[wanted < 0 ? other : wanted]
    }
  }
}

const noWays = (): Ways => ({ uses: 0, singular: -1, plural: -1 })
const isPlural = (text: string): boolean => /[^s]s$/.test(text)
