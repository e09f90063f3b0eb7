import { BEGINS, ENDS, readPaper, ROLE_BITS } from './phrase-tokens'

/**
 * Adds what the papers from…to hold: `own` has three Int32 a word for each thread, papers that hold it, papers that have it as a phrase by itself, and the last of
 * both (twice the paper + 2, 1 more where as a phrase). `scratch`: `longest` Int32 for each thread.
 */
export function countWords(
  from: i32,
  to: i32,
  thread: i32,
  tokens: usize,
  wordCount: i32,
  own: usize,
  longest: i32,
  scratch: usize,
): void {
  const counts = own + <usize>(thread * wordCount) * 12
  const buffer = scratch + ((<usize>(thread * longest)) << 2)
  for (let paper = from; paper < to; paper++) {
    const end = buffer + ((<usize>readPaper(tokens, paper, buffer)) << 2)
    const mark = 2 * paper + 2
    for (let at = buffer; at < end; at += 4) {
      const x = load<i32>(at)
      const word = counts + <usize>(x >> ROLE_BITS) * 12
      // Without branches: whether a paper has a word already cannot be foreseen.
      const seen = load<i32>(word, 8)
      const isNew = i32(seen < mark)
      const now = max(seen, mark)
      const isNewWhole = i32((x & (BEGINS | ENDS)) === (BEGINS | ENDS)) & i32(now === mark)
      store<i32>(word, load<i32>(word) + isNew)
      store<i32>(word, load<i32>(word, 4) + isNewWhole, 4)
      store<i32>(word, now + isNewWhole, 8)
    }
  }
}
