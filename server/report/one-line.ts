// Every space but a single blank between words, and every control character. Spelled out, for \s and \p{Cc} take several times as long.
const UNEVEN =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]| {2}/

/** A text on one line: runs of spaces and control characters are one blank, none stand at its ends, and surrogates are whole. */
export function oneLine(text: string): string {
  const line = text.toWellFormed()
  // Few texts hold anything but single spaces, and to replace each of those by itself takes most of the time.
  return (UNEVEN.test(line) ? line.replace(/[\s\p{Cc}]+/gu, ' ') : line).trim()
}
