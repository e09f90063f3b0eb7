/** An article or a pronoun of French or Italian before a word. */
const ELIDED = /^(?:[cdjlmnst]|qu|un|all|dall|dell|nell|sull)'\p{L}{2}/iu

/** A token without the possessive `'s` or an elided article before it; never empty. */
export function withoutPossessive(token: string): string {
  const at = token.indexOf("'")
  if (at < 0) return token
  // l'analyse, d'un, qu'elle, dell'arte: the article is no part of the word.
  if (ELIDED.test(token)) return token.slice(at + 1)
  return /'s$/i.test(token) ? token.slice(0, -2) : token
}
