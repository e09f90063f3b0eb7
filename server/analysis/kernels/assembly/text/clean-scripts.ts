import { BY_HAND, NOT_KNOWN } from './decode-text'
import { cut, endEdits, find, findEither, isBlank, isDigit, put, textLength, unit } from './text-edit'
import { isLetter, kindOf, UNKNOWN } from './unit-kinds'

const HYPHEN: u32 = 0x2d
const CARET: u32 = 0x5e
const UNDERSCORE: u32 = 0x5f
const OPEN: u32 = 0x7b
const CLOSE: u32 = 0x7d

/** Longest script in braces. */
const MOST_SCRIPT: i32 = 80

/** Whether all units beside signs that `cleanText` looks at letters around are known, and none is half of a letter: 0, or NOT_KNOWN or BY_HAND. */
export function areNeighboursKnown(kinds: usize): i32 {
  const n = textLength()
  let hyphen = find(HYPHEN, 0)
  let script = findScript(0)
  while (hyphen < n || script < n) {
    const i = min(hyphen, script)
    if (i === hyphen) hyphen = find(HYPHEN, i + 1)
    else script = findScript(i + 1)
    if (unit(i) === HYPHEN && unit(i + 1) !== HYPHEN) continue
    for (let k = max(i - 2, 0); k < min(i + 6, n); k++) {
      const near = unit(k)
      if ((near & 0xf800) === 0xd800) return BY_HAND
      if (kindOf(kinds, near) === UNKNOWN) return NOT_KNOWN
    }
  }
  return 0
}

/** `Navier--Stokes` → `Navier-Stokes` */
export function joinHyphens(kinds: usize): void {
  const n = textLength()
  for (let i = find(HYPHEN, 1); i + 2 < n; i = find(HYPHEN, i + 1)) {
    if (unit(i + 1) !== HYPHEN) continue
    if (!isLetter(kinds, unit(i - 1)) || !isLetter(kinds, unit(i + 2))) continue
    cut(i, i + 2)
    put(HYPHEN)
    i++
  }
  endEdits()
}

/** Leaves scripts out (`withoutScripts` in `text/clean.ts`): `x_{i}^2` → `x`. */
export function cutScripts(kinds: usize): void {
  cutBraces()
  cutBraces()
  cutIndices(kinds)
  cutSigns(kinds)
  const n = textLength()
  for (let i = findScript(0); i < n; i = findScript(i + 1)) {
    cut(i, i + 1)
    put(0x20)
  }
  endEdits()
}

function cutBraces(): void {
  const n = textLength()
  for (let i = findScript(0); i + 2 < n; i = findScript(i + 1)) {
    if (unit(i + 1) !== OPEN) continue
    let end = i + 2
    while (end < n && end - i - 2 <= MOST_SCRIPT && unit(end) !== OPEN && unit(end) !== CLOSE) end++
    if (end >= n || end - i - 2 > MOST_SCRIPT || unit(end) !== CLOSE) continue
    cut(i, end + 1)
    put(0x20)
    i = end
  }
  endEdits()
}

/** `x_ij` → `x`, but not `word_of`. */
function cutIndices(kinds: usize): void {
  const n = textLength()
  for (let i = findScript(1); i + 1 < n; i = findScript(i + 1)) {
    let end = i + 1
    while (end < n && end - i <= 4 && isLetter(kinds, unit(end))) end++
    if (end === i + 1 || end - i > 4) continue
    if (isLetter(kinds, unit(i - 1)) && (i === 1 || !isLetter(kinds, unit(i - 2)))) {
      cut(i, end)
      put(0x20)
    }
    i = end - 1
  }
  endEdits()
}

/** A script that is one sign, digits behind it included, or one letter. */
function cutSigns(kinds: usize): void {
  const n = textLength()
  for (let i = findScript(0); i + 1 < n; i = findScript(i + 1)) {
    const sign = unit(i + 1)
    let end = i + 2
    if (isLetter(kinds, sign)) {
      if (end < n && isLetter(kinds, unit(end))) continue
    } else {
      if (isBlank(sign) || sign === OPEN || sign === CLOSE) continue
      while (end < n && isDigit(unit(end))) end++
    }
    cut(i, end)
    put(0x20)
    i = end - 1
  }
  endEdits()
}

/** Where the next sign of a script stands, from i on. */
function findScript(i: i32): i32 {
  return findEither(CARET, UNDERSCORE, i)
}
