import { keyOf, type Label } from './label-topics.ts'

/** Terms of a theme that may name it; those further down tell too little of the whole. */
const TERMS_CONSIDERED = 2

/**
 * What themes are called: one of the two best terms of all their papers, where it is a phrase or an acronym and names no topic and no
 * other theme; else the names of their two largest topics, for the single words that far subjects share (`bound`, `image`) say little.
 * A theme of one topic is called as the topic is. No two themes of several topics get the same name.
 * `themes`: labels of the themes as groups of papers; `topics`: labels of the topics, largest first; `themeOf`: topic → theme.
 */
export function nameThemes(themes: readonly Label[], topics: readonly Label[], themeOf: Int32Array): string[] {
  const taken = new Set(topics.map(({ label }) => keyOf(label)))
  return themes.map(({ terms }, theme) => {
    const own = topics.filter((_, topic) => themeOf[topic] === theme)
    if (own.length === 1) return own[0].label
    const free = terms.slice(0, TERMS_CONSIDERED).find((term) => isName(term) && !taken.has(keyOf(term)))
    const pair = own.map(({ label }) => label).filter((label) => label !== '')
    const name = free ?? (pair.length < 2 ? (terms[0] ?? '') : `${pair[0]} and ${pair[1]}`)
    taken.add(keyOf(name))
    return name
  })
}

/** Several words, or an acronym: two capitals or more. */
function isName(term: string): boolean {
  return /[\p{L}\p{N}][ -]\p{L}{2}/u.test(term) || /\p{Lu}.*\p{Lu}/u.test(term)
}
