import { cut, endEdits, find, isAsciiLetter, isDigit, put, textLength, unit } from './text-edit'

const BACKSLASH: u32 = 0x5c
const DOLLAR: u32 = 0x24
const OPEN: u32 = 0x7b
const CLOSE: u32 = 0x7d
const STAR: u32 = 0x2a

/** Longest formula, and longest name of a command. */
const MOST_FORMULA: i32 = 400
const MOST_NAME: i32 = 40

/**
 * Whether every command of the text is one that `cutMath` knows: none spells a letter (`decodeAccents` in `text/latex.ts`), begins a formula or has an argument that is no
 * text. Rather too few.
 */
export function isPlainMath(): bool {
  const n = textLength()
  for (let i = find(BACKSLASH, 0); i < n; i = find(BACKSLASH, i + 1)) {
    const sign = unit(i + 1)
    if (!isAsciiLetter(sign)) {
      if (isAccent(sign) && mayCarry(unit(i + 2))) return false
      // Quotation marks that were escaped once too often, formulas in brackets.
      if (sign === 0x22 || sign === 0x28 || sign === 0x5b) return false
      continue
    }
    const end = nameEnd(i + 1)
    const next = unit(end)
    const length = end - i - 1
    if (next === STAR || next === 0x5b || next === OPEN) {
      // `\mathcal{…}` and the like have text in their braces; of the others some have none.
      if (!hasText(sign, unit(i + 2), length)) return false
    }
    if (length === 1 && (isOneLetter(sign) || (isNamedAccent(sign) && (next === OPEN || next === 0x20)))) return false
    if (length === 2 && isTwoLetters(sign, unit(i + 2))) return false
  }
  return true
}

/** Leaves formulas and commands out (`withoutMath` in `text/latex.ts`), where `isPlainMath`. */
export function cutMath(): void {
  const n = textLength()
  for (let i = find(DOLLAR, 0); i < n; i = find(DOLLAR, i + 1)) {
    const from = unit(i + 1) === DOLLAR ? i + 2 : i + 1
    const close = find(DOLLAR, from)
    if (close === from || close >= n || close - from > MOST_FORMULA) continue
    const end = unit(close + 1) === DOLLAR ? close + 2 : close + 1
    if (isName(from, close) && unit(end) === 0x2d) {
      cut(i, end)
      for (let k = from; k < close; k++) put(unit(k))
    } else if (!isSentence(from, close)) {
      cut(i, end)
      put(0x20)
    }
    i = end - 1
  }
  endEdits()
}

/** Leaves all commands out, where `isPlainMath`; what stands in their braces stays. */
export function cutCommands(): void {
  const n = textLength()
  for (let i = find(BACKSLASH, 0); i < n; i = find(BACKSLASH, i + 1)) {
    if (!isAsciiLetter(unit(i + 1))) continue
    let end = min(nameEnd(i + 1), i + 1 + MOST_NAME)
    if (unit(end) === STAR) end++
    cut(i, end)
    put(0x20)
    i = end - 1
  }
  endEdits()
}

/** Where the letters end that begin at `from`. */
function nameEnd(from: i32): i32 {
  let i = from
  while (isAsciiLetter(unit(i))) i++
  return i
}

/** Whether a formula may be a name, as in `$k$-means`. */
function isName(from: i32, end: i32): bool {
  if (end - from > 2) return false
  for (let i = from; i < end; i++) if (!isAsciiLetter(unit(i)) && !isDigit(unit(i))) return false
  return true
}

/** Whether what stands between two dollars is a sentence: three words with blanks between, and no command. */
function isSentence(from: i32, end: i32): bool {
  for (let i = from; i < end; i++) if (unit(i) === BACKSLASH) return false
  // Letters of the last two words; 0: none, or what came between is no blank.
  let first = 0
  let second = 0
  for (let i = from; i < end;) {
    const start = i
    while (i < end && unit(i) - 0x61 < 26) i++
    const letters = i - start
    if (letters > 1 && first > 1 && second > 0) return true
    const blank = i
    while (i < end && unit(i) === 0x20) i++
    if (i === blank) {
      first = 0
      second = 0
      i++
    } else {
      first = letters === 0 ? 0 : second
      second = letters
    }
  }
  return false
}

/** One of ``"'`^~=.`` */
function isAccent(sign: u32): bool {
  return (
    sign === 0x22 || sign === 0x27 || sign === 0x60 || sign === 0x5e || sign === 0x7e || sign === 0x3d || sign === 0x2e
  )
}

function mayCarry(sign: u32): bool {
  return sign === OPEN || sign === BACKSLASH || isAsciiLetter(sign)
}

/** One of `ckvuHr`. */
function isNamedAccent(sign: u32): bool {
  return sign === 0x63 || sign === 0x6b || sign === 0x76 || sign === 0x75 || sign === 0x48 || sign === 0x72
}

/** One of `oOlLi`. */
function isOneLetter(sign: u32): bool {
  return (sign | 32) === 0x6f || (sign | 32) === 0x6c || sign === 0x69
}

/** One of `ss ae AE oe aa AA`; rather once too often. */
function isTwoLetters(first: u32, second: u32): bool {
  const a = first | 32
  const b = second | 32
  return (a === 0x73 && b === 0x73) || ((a === 0x61 || a === 0x6f) && b === 0x65) || (a === 0x61 && b === 0x61)
}

/** Whether the argument of a command is text; only what is sure from its first letters. */
function hasText(first: u32, second: u32, length: i32): bool {
  switch (first) {
    case 0x61: // `\alpha`, no `\autoref`
      return second === 0x6c
    case 0x62: // `\bar`, no `\begin`
      return second !== 0x65
    case 0x65: // `\emph`, no `\eqref`
      return second === 0x6d
    case 0x66: // `\frac`, no `\footnote`
      return second === 0x72
    case 0x68: // `\hat`, no `\href`
      return second === 0x61
    case 0x69:
    case 0x6c:
    case 0x70:
    case 0x72:
    case 0x75:
    case 0x63:
      return false
    case 0x73: // `\sqrt`, no `\scalebox`
      return second === 0x71
    case 0x74: // `\textbf`, no `\textcolor`
      return length !== 9
    case 0x76: // `\vec`, no `\vspace`
      return second === 0x65
    default:
      return true
  }
}
