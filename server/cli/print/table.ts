import { plain } from './words.ts'

/** A column of a table: its head, and on which side it stands. */
export interface Column {
  head: string
  /** Numbers stand right. Default left. */
  right?: boolean
  /** Most characters; longer text ends in an ellipsis. Default unlimited. */
  most?: number
}

/** Rows as aligned text, two spaces between columns, no spaces at line ends; one line end after each row. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const cells = [columns.map(({ head }) => head), ...rows].map((row) =>
    columns.map(({ most = Infinity }, i) => shorten(plain(row[i] ?? ''), most)),
  )
  const widths = columns.map((_, i) => cells.reduce((width, row) => Math.max(width, widthOf(row[i])), 0))
  const lines = cells.map((row) =>
    row
      .map((cell, i) => {
        const space = ' '.repeat(widths[i] - widthOf(cell))
        return columns[i].right === true ? space + cell : cell + space
      })
      .join('  ')
      .trimEnd(),
  )
  return `${lines.join('\n')}\n`
}

/** Cells that text takes in a terminal: wide characters take two, marks none. */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text) {
    if (/[\p{Mn}\p{Me}\p{Cf}]/u.test(character)) continue
    width +=
      /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}|[\u{20000}-\u{3FFFD}]/u.test(
        character,
      )
        ? 2
        : 1
  }
  return width
}

function shorten(text: string, most: number): string {
  if (widthOf(text) <= most) return text
  let short = ''
  for (const character of text) {
    if (widthOf(short + character) > most - 1) break
    short += character
  }
  return `${short.trimEnd()}…`
}
