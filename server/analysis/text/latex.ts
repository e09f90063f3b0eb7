/** Accent commands → combining character. */
const ACCENTS: ReadonlyMap<string, string> = new Map([
  ['"', '\u0308'],
  ["'", '\u0301'],
  ['`', '\u0300'],
  ['^', '\u0302'],
  ['~', '\u0303'],
  ['=', '\u0304'],
  ['.', '\u0307'],
  ['c', '\u0327'],
  ['k', '\u0328'],
  ['v', '\u030c'],
  ['u', '\u0306'],
  ['H', '\u030b'],
  ['r', '\u030a'],
])
/** Commands that stand for a letter. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['ss', 'ß'],
  ['o', 'ø'],
  ['O', 'Ø'],
  ['l', 'ł'],
  ['L', 'Ł'],
  ['ae', 'æ'],
  ['AE', 'Æ'],
  ['oe', 'œ'],
  ['aa', 'å'],
  ['AA', 'Å'],
  ['i', 'i'],
])

/** Text in which letters that LaTeX spells out are letters: `Schr{\"o}dinger` → Schrödinger, `Erd\H{o}s` → Erdős. */
export function decodeAccents(text: string): string {
  // Quotation marks that were escaped once too often come in pairs; the closing one stands before no letter.
  const plain = /\\"(?:[^A-Za-z{\\]|$)/.test(text) ? text.replaceAll('\\"', '"') : text
  return plain
    .replace(/\{?\\(["'`^~=.])(?:\{ ?(\\?[A-Za-z]) ?\}|(\\?[A-Za-z]))\}?/g, accented)
    .replace(/\{?\\([ckvuHr])(?:\{ ?(\\?[A-Za-z]) ?\}| ([A-Za-z]))\}?/g, accented)
    .replace(/\{\\(ss|o|O|l|L|ae|AE|oe|aa|AA|i) ?\}|\\(ss|o|O|l|L|ae|AE|oe|aa|AA|i)(?![A-Za-z])(?:\{\}| )?/g, letter)
}

function accented(whole: string, accent: string, braced?: string, plain?: string): string {
  const base = (braced ?? plain!).replace('\\', '')
  const result = (base + ACCENTS.get(accent)!).normalize('NFC')
  // A brace that only opens or only closes here belongs to what stands around: `\emph{Poincar\'e}`.
  return braceAround(whole, result, braced !== undefined ? 1 : 0)
}

function letter(_: string, braced?: string, plain?: string): string {
  return LETTERS.get(braced ?? plain!)!
}

function braceAround(whole: string, result: string, inner: number): string {
  const opens = whole.startsWith('{')
  const closes = whole.endsWith('}') && whole.split('}').length - 1 > inner
  if (opens === closes) return result
  return opens ? `{${result}` : `${result}}`
}

/** Commands whose argument is no text: `\cite{key}`, `\scalebox{0.65}`. */
const WITHOUT_TEXT =
  /\\(?:cite[a-z]{0,8}|(?:eq|page|auto|c)?ref|label|url|href|footnote|scalebox|resizebox|hspace|vspace|includegraphics|begin|end|color|textcolor|input)\*?(?:\[[^\][]{0,80}\])?\{[^{}]{0,200}\}/g

/** Text without formulas and commands; what stands in the braces of `\emph{…}` stays, and so does the letter of `$k$-means`. */
export function withoutMath(text: string): string {
  let plain = text
  if (plain.includes('\\'))
    plain = plain
      .replace(/\\\([^$]{0,400}?\\\)|\\\[[^$]{0,1000}?\\\]/g, ' ')
      .replace(
        /\\begin\{(equation|align|gather|multline|eqnarray|displaymath|math)\*?\}[\s\S]{0,2000}?\\end\{\1\*?\}/g,
        ' ',
      )
  if (plain.includes('$')) plain = plain.replace(/\$\$?([^$]{1,400})\$\$?(?=(-?))/g, keepWords)
  if (plain.includes('\\')) plain = plain.replace(WITHOUT_TEXT, ' ').replace(/\\[a-zA-Z]{1,40}\*?/g, ' ')
  return plain
}

/** Inline math may be a name (`$k$-means`) or a sentence between two dollar amounts; only these are text. */
function keepWords(whole: string, math: string, hyphen: string): string {
  if (hyphen !== '' && /^[A-Za-z0-9]{1,2}$/.test(math)) return math
  return /[a-z]{2,} +[a-z]+ +[a-z]{2,}/.test(whole) && !whole.includes('\\') ? whole : ' '
}
