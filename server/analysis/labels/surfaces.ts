import { AFTER_HYPHEN } from '../text/tokenize.ts'
import type { Corpus } from '../text/corpus.ts'

/**
 * How people write each of the phrases wanted: the commonest form in running text (abstracts; titles only where there is no
 * abstract), with inner capitals and hyphens kept (`BERT`, `text-to-image`). A form with capitals wins only where it is
 * commoner than the one without, since sentences and titles lend capitals to any word. Ties go to the lower code points.
 * `wanted` are stem sequences; the answer has the same order.
 */
export function surfacesOf(corpus: Corpus, wanted: readonly Int32Array[]): string[] {
  const byFirstStem = new Map<number, number[]>()
  wanted.forEach((stems, i) => {
    const list = byFirstStem.get(stems[0])
    if (list) list.push(i)
    else byFirstStem.set(stems[0], [i])
  })
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
        const text = written(corpus, t, wanted[i].length)
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

function written(corpus: Corpus, token: number, length: number): string {
  let text = corpus.formTexts[corpus.forms[token]]
  for (let j = 1; j < length; j++) {
    text += ((corpus.flags[token + j] & AFTER_HYPHEN) !== 0 ? '-' : ' ') + corpus.formTexts[corpus.forms[token + j]]
  }
  return text
}

function commonest(counts: ReadonlyMap<string, number>): string | undefined {
  // Forms that differ only in the capital of a word's first letter are one form, written small where that is seen often.
  const groups = new Map<string, { total: number; forms: [string, number][] }>()
  for (const [form, count] of counts) {
    const key = form.replace(
      /(^|[ -])(\p{Lu})(?=\p{Ll})/gu,
      (_, before: string, letter: string) => before + letter.toLowerCase(),
    )
    const group = groups.get(key)
    if (group) {
      group.total += count
      group.forms.push([form, count])
    } else groups.set(key, { total: count, forms: [[form, count]] })
  }
  let best: [string, { total: number; forms: [string, number][] }] | undefined
  for (const entry of groups) {
    if (
      best === undefined ||
      entry[1].total > best[1].total ||
      (entry[1].total === best[1].total && entry[0] < best[0])
    )
      best = entry
  }
  if (best === undefined) return undefined
  const [small, { total, forms }] = best
  const smallCount = forms.find(([form]) => form === small)?.[1] ?? 0
  if (smallCount * 5 >= total) return small
  return forms.reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[0] < a[0]) ? b : a))[0]
}
