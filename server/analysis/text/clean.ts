const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
])

/**
 * Text as words: without URLs, LaTeX, scripts (`^2`, `_i`), HTML entities and scanning debris such as `(cid:123)`.
 * What is taken out becomes a separator, so that nothing grows together. Linear in the length of the text.
 */
export function cleanText(text: string): string {
  let clean = text
  if (clean.includes('://') || clean.includes('www.'))
    clean = clean.replace(/(?:https?|ftp):\/\/[^\s)>\]}]+|\bwww\.[^\s)>\]}]+/gi, ' . ')
  if (clean.includes('(cid:')) clean = clean.replace(/\(cid:\d{1,6}\)/g, ' ')
  if (clean.includes('&')) {
    clean = clean.replace(/&(?:#\d{1,7}|#x[0-9a-f]{1,6}|([a-z]{2,8}));/gi, (_, name: string | undefined) =>
      name === undefined ? ' ' : (ENTITIES.get(name.toLowerCase()) ?? ' '),
    )
  }
  if (clean.includes('$')) clean = clean.replace(/\$\$?[^$]{1,400}\$\$?/g, keepWordsOfMath)
  if (clean.includes('\\')) clean = clean.replace(/\\[a-zA-Z]{1,40}\*?/g, ' ')
  if (clean.includes('^') || clean.includes('_')) clean = clean.replace(/[\^_](?:\{[^{}]{0,80}\}|[^\s{}])/g, ' ')
  return clean
}

/** Inline math may be a name (`$k$-means`) or a sentence between two dollar amounts; only the second is text. */
function keepWordsOfMath(math: string): string {
  return /[a-z]{2,} +[a-z]+ +[a-z]{2,}/.test(math) && !math.includes('\\') ? math : ' '
}
