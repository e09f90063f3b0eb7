const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々]/u

/** Two neighbouring words as people write them: with a space or hyphen between, in scripts without spaces with nothing (`语义分析`). */
export function joinWords(first: string, second: string, hyphen = false): string {
  const isUnspaced = UNSPACED.test(first.slice(-1)) && UNSPACED.test(second.slice(0, 1))
  return first + (isUnspaced ? '' : hyphen ? '-' : ' ') + second
}
