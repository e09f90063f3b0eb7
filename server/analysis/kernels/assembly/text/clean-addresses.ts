import { cut, editedTo, endEdits, find, findEither, isBlank, isDigit, isWord, put, textLength, unit } from './text-edit'

const AT: u32 = 0x40
const DOT: u32 = 0x2e
const SLASH: u32 = 0x2f
const COLON: u32 = 0x3a

/** Longest name of a mailbox, a host, a part of one. */
const MOST_NAME: i32 = 63

/** Longest name of a site up to its end: four names, three dots. */
const MOST_SITE: i32 = 4 * 63 + 3

/** Leaves addresses out of the text (`withoutAddresses` in `text/clean.ts`): each becomes ` . `. */
export function cutAddresses(): void {
  cutMail()
  cutLinks()
  cutDois()
  cutSites()
}

function cutAddress(from: i32, end: i32): void {
  cut(from, end)
  put(0x20)
  put(DOT)
  put(0x20)
}

function cutMail(): void {
  const n = textLength()
  for (let i = find(AT, 0); i < n; i = find(AT, i + 1)) {
    const dot = hostEnd(i + 1)
    if (dot === 0 || unit(dot) !== DOT) continue
    let end = dot + 1
    while (end < n && end - dot <= MOST_NAME && (isHost(unit(end)) || unit(end) === DOT)) end++
    if (end === dot + 1) continue
    let from = i
    while (from > editedTo() && i - from < 64 && isMailbox(unit(from - 1))) from--
    if (from === i) continue
    cutAddress(from, end)
    i = end - 1
  }
  endEdits()
}

/** `https://…`, `ftp://…`, `www.…`, found by what stands behind the letters. */
function cutLinks(): void {
  const n = textLength()
  for (let i = findEither(COLON, DOT, 0); i < n; i = findEither(COLON, DOT, i + 1)) {
    const from = unit(i) === DOT ? i - 3 : schemeStart(i)
    if (from < editedTo() || (unit(i) === DOT && !isWww(from))) continue
    const rest = unit(i) === DOT ? i + 1 : i + 3
    const end = addressEnd(rest)
    if (end === rest) continue
    cutAddress(from, end)
    i = end - 1
  }
  endEdits()
}

function isWww(from: i32): bool {
  return small(from) === 0x77 && small(from + 1) === 0x77 && small(from + 2) === 0x77 && !isWord(unit(from - 1))
}

/** Where `http`, `https` or `ftp` begins before `://`; −1 where none does. */
function schemeStart(colon: i32): i32 {
  if (unit(colon + 1) !== SLASH || unit(colon + 2) !== SLASH) return -1
  const end = small(colon - 1) === 0x73 ? colon - 1 : colon
  if (end < 3 || small(end - 1) !== 0x70 || small(end - 2) !== 0x74) return -1
  if (small(end - 3) === 0x66) return end === colon ? end - 3 : -1
  return small(end - 3) === 0x74 && small(end - 4) === 0x68 ? end - 4 : -1
}

/** `10.1000/…`, with `doi:` before it or not */
function cutDois(): void {
  const n = textLength()
  for (let dot = find(DOT, 0); dot < n; dot = find(DOT, dot + 1)) {
    const at = dot - 2
    if (at < editedTo() || unit(at) !== 0x31 || unit(at + 1) !== 0x30) continue
    let slash = dot + 1
    while (slash - dot < 10 && isDigit(unit(slash))) slash++
    if (slash - dot < 5 || unit(slash) !== SLASH) continue
    const end = addressEnd(slash + 1)
    let from = doiStart(at)
    if (from < editedTo()) from = isWord(unit(at - 1)) ? -1 : at
    if (end === slash + 1 || from < 0) continue
    cutAddress(from, end)
    dot = end - 1
  }
  endEdits()
}

/** Where `doi:` begins before the sign at i, with or without a blank; −1 where it does not. */
function doiStart(i: i32): i32 {
  const colon = unit(i - 1) === 0x20 ? i - 2 : i - 1
  const from = colon - 3
  if (unit(colon) !== COLON || small(from) !== 0x64 || small(from + 1) !== 0x6f || small(from + 2) !== 0x69) return -1
  return isWord(unit(from - 1)) ? -1 : from
}

/** `github.com/…`, found by the end of the name. */
function cutSites(): void {
  const n = textLength()
  let tried = 0
  for (let dot = find(DOT, 0); dot < n; dot = find(DOT, dot + 1)) {
    if (dot < editedTo() || !isSiteEnd(dot)) continue
    let from = dot
    const least = max(tried, editedTo())
    while (from > least && dot - from < MOST_SITE && (isHost(unit(from - 1)) || unit(from - 1) === DOT)) from--
    tried = dot
    for (; from < dot; from++) {
      if (!isHost(unit(from)) || isWord(unit(from)) === isWord(unit(from - 1))) continue
      let end = siteEnd(from)
      if (end === 0) continue
      if (unit(end) === SLASH) end = addressEnd(end + 1)
      cutAddress(from, end)
      break
    }
  }
  endEdits()
}

/** Where a site ends that begins at i: as far as it goes with at most four names before its end. 0 where none does. */
function siteEnd(i: i32): i32 {
  let end = 0
  let dot = hostEnd(i)
  for (let names = 1; dot !== 0 && unit(dot) === DOT; names++) {
    if (isSiteEnd(dot)) end = dot + 4
    if (names === 4) break
    dot = hostEnd(dot + 1)
  }
  return end
}

/** Whether `.com` or `.org` stands there, and nothing that goes on with the word. */
function isSiteEnd(dot: i32): bool {
  const first = small(dot + 1)
  const second = small(dot + 2)
  const third = small(dot + 3)
  const isOne =
    (first === 0x63 && second === 0x6f && third === 0x6d) || (first === 0x6f && second === 0x72 && third === 0x67)
  return isOne && !isWord(unit(dot + 4))
}

/** Where a name of letters, digits, `_` and hyphens ends; 0 where there is none, or a longer one than there may be. */
function hostEnd(from: i32): i32 {
  let i = from
  while (isHost(unit(i))) if (++i - from > MOST_NAME) return 0
  return i === from ? 0 : i
}

/** Where an address ends: at a blank or a closing bracket. */
function addressEnd(from: i32): i32 {
  const n = textLength()
  let i = from
  for (; i < n; i++) {
    const sign = unit(i)
    if (sign === 0x29 || sign === 0x3e || sign === 0x5d || sign === 0x7d || isBlank(sign)) break
  }
  return i
}

function isHost(sign: u32): bool {
  return isWord(sign) || sign === 0x2d
}

function isMailbox(sign: u32): bool {
  return isHost(sign) || sign === DOT || sign === 0x2b
}

/** A unit, a capital of ASCII as its small letter. */
function small(i: i32): u32 {
  const sign = unit(i)
  return sign - 0x41 < 26 ? sign | 32 : sign
}
