import { TokenScanner } from './token-scanner.ts'

const shared = new TokenScanner()
let isBusy = false

/**
 * Walks through the tokens of a text: letter runs with digits and inner apostrophes (possessives dropped), split at
 * hyphens; scripts without spaces are cut by `Intl.Segmenter`. Linear in the length of the text.
 * `visit` gets the token as written and its flags (`token-flags.ts`): what stands before it.
 */
export function tokenize(text: string, visit: (token: string, flags: number) => void): void {
  // Whoever is told of a token may tokenize something else.
  const scanner = isBusy ? new TokenScanner() : shared
  const wasBusy = isBusy
  isBusy = true
  try {
    scanner.load(text)
    const count = scanner.scan()
    for (let t = 0; t < count; t++) visit(scanner.token(t), scanner.flags[t])
  } finally {
    isBusy = wasBusy
  }
}
