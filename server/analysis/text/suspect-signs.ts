/** Signs that may belong to what `cleanText` takes out, by ASCII code. */
export const TELLING = new Uint8Array(128)
for (const sign of '@&\\$^_-:/.') TELLING[sign.charCodeAt(0)] = 1

const [HYPHEN, COLON, SLASH, DOT, C, D, I, M, O, R, G, W, ONE, ZERO] = Array.from('-:/.cdimorgw10', (sign) =>
  sign.charCodeAt(0),
)

/** Whether `cleanText` might change a text for the telling sign at `at`: rather once too often. */
export function isSuspect(units: Uint16Array, at: number, end: number): boolean {
  const sign = units[at]
  const next = at + 1 < end ? units[at + 1] : 0
  // `Navier--Stokes`, `https://`, `(cid:123)`
  if (sign === HYPHEN || sign === SLASH) return next === sign
  if (sign === COLON) return at > 2 && units[at - 1] === D && units[at - 2] === I && units[at - 3] === C
  if (sign !== DOT) return true
  // `www.`, `10.1000/abc`, `.com`, `.org`
  if (at > 0 && units[at - 1] === W) return true
  if (at > 1 && units[at - 1] === ZERO && units[at - 2] === ONE) return true
  if (at + 3 >= end) return false
  const [third, fourth] = [units[at + 2], units[at + 3]]
  return (next === C && third === O && fourth === M) || (next === O && third === R && fourth === G)
}
