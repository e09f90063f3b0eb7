/**
 * Names as an index knows them (its words) in the way that records write them: the first of `written`, most papers first, with the same
 * letters and digits. One that no record writes so stays as it is.
 */
export function asWritten(names: readonly string[], written: readonly string[]): string[] {
  const known = new Map<string, string>()
  for (const name of written) {
    const key = lettersOf(name)
    if (!known.has(key)) known.set(key, name)
  }
  return names.map((name) => known.get(lettersOf(name)) ?? name)
}

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}
