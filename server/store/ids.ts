import { randomBytes } from 'node:crypto'

/** Crockford's base 32: no letters that look like digits. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const LENGTH = 12

/** A new random id such as `c_8k3v…`: a letter for the kind, then 60 bits. Safe as a file name and in a URL. */
export function newId(kind: 'c' | 'i' | 'a' | 'j' | 's'): string {
  let id = `${kind}_`
  for (const byte of randomBytes(LENGTH)) id += ALPHABET[byte & 31]
  return id
}
