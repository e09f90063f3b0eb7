import { keyOf, type Label } from './label-topics.ts'

/**
 * What themes are called: the best term of all their papers, where it is a phrase or an acronym and names no topic and no other theme;
 * else the names of their two largest topics. The next best terms are often those of one topic alone, and the single words that far
 * subjects share (`bound`, `image`) say little.
 * A theme of one topic is called as the topic is. No two themes of several topics get the same name.
 * `themes`: labels of the themes as groups of papers; `topics`: labels of the topics, largest first; `themeOf`: topic → theme.
 */
export function nameThemes(themes: readonly Label[], topics: readonly Label[], themeOf: Int32Array): string[] {
  const taken = new Set(topics.map(({ label }) => keyOf(label)))
  return themes.map(({ label: best }, theme) => {
    const own = topics.filter((_, topic) => themeOf[topic] === theme)
    if (own.length === 1) return own[0].label
    const isFree = isName(best) && !taken.has(keyOf(best))
    const pair = own.map(({ label }) => label).filter((label) => label !== '')
    const name = isFree || pair.length < 2 ? best : `${pair[0]} and ${pair[1]}`
    taken.add(keyOf(name))
    return name
  })
}

/** Several words, or an acronym: two capitals or more. */
function isName(term: string): boolean {
  return /[\p{L}\p{N}][ -]\p{L}{2}/u.test(term) || /\p{Lu}.*\p{Lu}/u.test(term)
}
