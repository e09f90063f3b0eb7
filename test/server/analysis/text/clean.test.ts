import { expect, it } from 'vitest'
import { cleanText } from '../../../../server/analysis/text/clean.ts'

/** The words and numbers that are left. */
const words = (text: string): string => (cleanText(text).match(/[\p{L}\p{N}'-]+/gu) ?? []).join(' ')

it.each([
  ['scale as \\scalebox{0.65}{$\\textstyle Θ\\left(\\sqrt{\\frac{n(1-q)}{\\log n}}\\right)$}, where', 'scale as where'],
  ['the Schr\\"odinger and Poincar\\\'e equations', 'the Schrödinger and Poincaré equations'],
  ['Schr{\\"o}dinger, K\\"{a}hler, Erd\\H{o}s, Fran\\c{c}ais, na\\"{\\i}ve', 'Schrödinger Kähler Erdős Français naïve'],
  ["stra{\\ss}e, M{\\o}ller, \\L{}ukasiewicz, \\emph{Poincar\\'e}", 'straße Møller Łukasiewicz Poincaré'],
  ['so-called \\"attention\\" mechanisms', 'so-called attention mechanisms'],
  ['see \\cite{smith2020,doe} and \\ref{fig:a} in \\textbf{bold}', 'see and in bold'],
  ['we use $k$-means and $O(n^2)$ steps', 'we use k-means and steps'],
  ['let \\(x_i = 3\\) and \\[ y = \\sum x \\] hold', 'let and hold'],
  ['a \\begin{equation} E = mc^2 \\end{equation} b', 'a b'],
  ['costs $5 for a book and $6', 'costs 5 for a book and 6'],
  ['x_{i}^{a_{b}} and x_ij and word_count, CO_2', 'x and x and word count CO'],
  ['caf&eacute; &amp; na&#239;ve &#x2019; Gar&ccedil;on &unknown;', 'café naïve Garçon'],
  ['code at https://github.com/a/b, github.com/a/b or a.b@example.org', 'code at or'],
  ['doi:10.1000/xyz.123 and 10.1000/abc', 'and'],
  ['the model’s gain, l’analyse, don’t', "the model's gain l'analyse don't"],
  ['Navier--Stokes flow', 'Navier-Stokes flow'],
  ['(cid:12)nite', 'nite'],
  ['nothing to do', 'nothing to do'],
])('reads %j', (text, expected) => {
  expect(words(text)).toBe(expected)
})

it('is linear in hostile text', () => {
  for (const piece of ['\\', '$', '\\(', '{', '_{', '&#', '.com', '\\begin{math}', '@a', "\\'"]) {
    expect(cleanText(piece.repeat(20_000)).length).toBeLessThanOrEqual(piece.length * 20_000 * 3)
  }
})
