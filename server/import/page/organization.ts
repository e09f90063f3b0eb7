const fold = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '')

/** Whether a line is a handle and the name that goes with it, as only an organisation's is. */
export function isHandleAndName(line: string): boolean {
  return line.includes(' ') && organizationOf(line) !== line
}

/**
 * The organisation of a line that holds its handle (the picture's text) and its name: `adobe Adobe` is `adobe`. Where the
 * first word does not look like the handle of the rest, the line is the name.
 */
export function organizationOf(line: string): string {
  const space = line.indexOf(' ')
  if (space < 0) return line
  const handle = line.slice(0, space)
  const name = line.slice(space + 1)
  const [short, long] = [fold(handle), fold(name)]
  if (short === '' || !/^[\w.-]+$/.test(handle)) return line
  const initials = name
    .split(/[\s-]+/)
    .map((word) => fold(word)[0] ?? '')
    .join('')
  const isHandle = short.includes(long) || long.startsWith(short) || initials === short || /[-_]/.test(handle)
  return isHandle ? handle : line
}
