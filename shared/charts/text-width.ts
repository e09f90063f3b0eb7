/** Advance widths of a plain sans-serif in em by kind of character; a little too wide rather than too narrow. */
function advance(character: string): number {
  if (/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]|\p{Extended_Pictographic}/u.test(character))
    return 1.05
  if (/\p{M}/u.test(character)) return 0
  if (/[MWmw@%]/.test(character)) return 0.88
  if (/[A-Z]/.test(character)) return 0.69
  if (/[iljIftr.,:;'|!()[\] ·-]/.test(character)) return 0.34
  return 0.59
}

/** The widths of ASCII, looked up: a map places its labels anew in every frame. */
const ASCII = Array.from({ length: 128 }, (_, code) => advance(String.fromCharCode(code)))

/** How much wider bold letters are. */
export const BOLD = 1.13

/** Estimated width of a text in pixels, without a screen to measure it on; bold text is `BOLD` times as wide. */
export function textWidth(text: string, fontSize: number): number {
  let width = 0
  for (const character of text) width += characterWidth(character)
  return width * fontSize
}

/** The text, cut with an ellipsis where it is wider than `maxWidth` pixels. */
export function shorten(text: string, fontSize: number, maxWidth: number): string {
  if (textWidth(text, fontSize) <= maxWidth) return text
  let short = ''
  let width = characterWidth('…') * fontSize
  for (const character of text) {
    width += characterWidth(character) * fontSize
    if (width > maxWidth) break
    short += character
  }
  return `${short.trimEnd()}…`
}

function characterWidth(character: string): number {
  return ASCII[character.charCodeAt(0)] ?? advance(character)
}
