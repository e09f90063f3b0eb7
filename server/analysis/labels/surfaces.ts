import { AFTER_HYPHEN } from '../text/tokenize.ts'
import type { Corpus } from '../text/corpus.ts'

/**
 * How people write each of the phrases wanted: the commonest form in running text (abstracts; titles only where there is no
 * abstract), with inner capitals and hyphens kept (`BERT`, `text-to-image`). Ties go to the lower code points.
 * `wanted` are stem sequences; the answer has the same order.
 */
export function surfacesOf(corpus: Corpus, wanted: readonly Int32Array[]): string[] {
  const byFirstStem = new Map<number, number[]>()
  wanted.forEach((stems, i) => {
    const list = byFirstStem.get(stems[0])
    if (list) list.push(i)
    else byFirstStem.set(stems[0], [i])
  })
  const shown = shownForms(corpus)
  const inAbstracts = wanted.map(() => new Map<string, number>())
  const inTitles = wanted.map(() => new Map<string, number>())
  for (let paper = 0; paper < corpus.n; paper++) {
    const end = corpus.starts[paper + 1]
    for (let t = corpus.starts[paper]; t < end; t++) {
      const candidates = byFirstStem.get(corpus.stemOfForm[corpus.forms[t]])
      if (candidates === undefined) continue
      for (const i of candidates) {
        if (!holds(corpus, t, end, wanted[i])) continue
        const counts = (t < corpus.abstractStarts[paper] ? inTitles : inAbstracts)[i]
        const text = written(corpus, t, wanted[i].length, shown)
        counts.set(text, (counts.get(text) ?? 0) + 1)
      }
    }
  }
  return wanted.map((stems, i) => {
    const counts = inAbstracts[i].size > 0 ? inAbstracts[i] : inTitles[i]
    return commonest(counts) ?? Array.from(stems, (stem) => corpus.stemTexts[stem]).join(' ')
  })
}

function holds(corpus: Corpus, token: number, end: number, stems: Int32Array): boolean {
  if (token + stems.length > end) return false
  for (let j = 1; j < stems.length; j++) {
    if ((corpus.flags[token + j] & 1) !== 0 || corpus.stemOfForm[corpus.forms[token + j]] !== stems[j]) return false
  }
  return true
}

/** The words from a token on, joined by the spaces and hyphens between them. */
function written(corpus: Corpus, token: number, length: number, shown: readonly string[]): string {
  let text = shown[corpus.forms[token]]
  for (let j = 1; j < length; j++) {
    text += ((corpus.flags[token + j] & AFTER_HYPHEN) !== 0 ? '-' : ' ') + shown[corpus.forms[token + j]]
  }
  return text
}

/**
 * Form → how it is shown: a word whose only capital is its first letter is shown small where that is how running text often
 * writes it, since sentences and titles lend capitals to any word; `BERT` and `Wasserstein` stay.
 */
export function shownForms(corpus: Corpus): string[] {
  const uses = new Int32Array(corpus.formTexts.length)
  for (let paper = 0; paper < corpus.n; paper++) {
    for (let t = corpus.abstractStarts[paper]; t < corpus.starts[paper + 1]; t++) uses[corpus.forms[t]]++
  }
  const number = new Map(corpus.formTexts.map((text, form) => [text, form]))
  return corpus.formTexts.map((text, form) => {
    if (!/^\p{Lu}[^\p{Lu}]+$/u.test(text)) return text
    const small = number.get(text.toLowerCase())
    const smallUses = small === undefined ? 0 : uses[small]
    return smallUses > 0 && smallUses * 4 >= uses[form] ? text.toLowerCase() : text
  })
}

function commonest(counts: ReadonlyMap<string, number>): string | undefined {
  let best: [string, number] | undefined
  for (const entry of counts) {
    if (best === undefined || entry[1] > best[1] || (entry[1] === best[1] && entry[0] < best[0])) best = entry
  }
  return best?.[0]
}
