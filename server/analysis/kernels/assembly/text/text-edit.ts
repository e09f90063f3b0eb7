/** The text that is edited, in place: where its units are, and how many. */
let units: usize = 0
let length: i32 = 0
/** Units that were gone through, and those that were written of them: never more. */
let done: i32 = 0
let written: i32 = 0

/** Takes `n` units at `at` as the text. */
export function takeText(at: usize, n: i32): void {
  units = at
  length = n
  done = 0
  written = 0
}

/** How many units the text has. */
export function textLength(): i32 {
  return length
}

/** Unit i of the text as it was before edits; only units from where the last one ended on may be asked for, and the one before. 0 beyond both ends. */
export function unit(i: i32): u32 {
  return i < 0 || i >= length ? 0 : <u32>load<u16>(units + ((<usize>i) << 1))
}

/** Where a unit stands next, from i on; the length of the text where it does not. Eight units are looked at at a time, some of them behind the end. */
export function find(sign: u32, from: i32): i32 {
  const eight = i16x8.splat(<i16>sign)
  for (let i = from; i < length; i += 8) {
    const mask = i16x8.bitmask(i16x8.eq(v128.load(units + ((<usize>i) << 1)), eight))
    if (mask !== 0) return min(i + <i32>ctz(mask), length)
  }
  return length
}

/** The same of two units. */
export function findEither(one: u32, other: u32, from: i32): i32 {
  const ones = i16x8.splat(<i16>one)
  const others = i16x8.splat(<i16>other)
  for (let i = from; i < length; i += 8) {
    const eight = v128.load(units + ((<usize>i) << 1))
    const mask = i16x8.bitmask(v128.or(i16x8.eq(eight, ones), i16x8.eq(eight, others)))
    if (mask !== 0) return min(i + <i32>ctz(mask), length)
  }
  return length
}

/** Keeps what stands before `from` and leaves out what stands up to `end`. */
export function cut(from: i32, end: i32): void {
  keep(from)
  done = end
}

/** Writes a unit, in place of what was left out. */
export function put(sign: u32): void {
  store<u16>(units + ((<usize>written) << 1), <u16>sign)
  written++
}

/** Where the last edit ended. */
export function editedTo(): i32 {
  return done
}

/** Ends a walk through the text: what is left of it is kept, and the next one begins with what was written. */
export function endEdits(): void {
  keep(length)
  length = written
  done = 0
  written = 0
}

function keep(end: i32): void {
  if (written !== done)
    memory.copy(units + ((<usize>written) << 1), units + ((<usize>done) << 1), (<usize>(end - done)) << 1)
  written += end - done
  done = end
}

/** Whether a unit is a letter or a digit of ASCII or `_`: `\w`. */
export function isWord(sign: u32): bool {
  return isAsciiLetter(sign) || isDigit(sign) || sign === 0x5f
}

export function isAsciiLetter(sign: u32): bool {
  return (sign | 32) - 0x61 < 26
}

export function isDigit(sign: u32): bool {
  return sign - 0x30 < 10
}

/** Whether a unit is what expressions call `\s`. */
export function isBlank(sign: u32): bool {
  if (sign < 0x80) return sign === 0x20 || sign - 9 < 5
  return (
    sign === 0xa0 ||
    sign === 0x1680 ||
    sign - 0x2000 < 11 ||
    sign === 0x2028 ||
    sign === 0x2029 ||
    sign === 0x202f ||
    sign === 0x205f ||
    sign === 0x3000 ||
    sign === 0xfeff
  )
}
