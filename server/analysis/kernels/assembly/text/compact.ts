import { at } from './places'

const AFTER_BREAK: u32 = 1
const AFTER_HYPHEN: u32 = 2

/**
 * Moves the tokens of the papers from…to that are not dropped to the front of theirs (`TokenKernels.compact`). `counts`: how many are left of the title of each paper, and in all.
 */
export function compact(
  from: i32,
  to: i32,
  thread: i32,
  starts: usize,
  abstractStarts: usize,
  forms: usize,
  flags: usize,
  dropped: usize,
  counts: usize,
): void {
  let kept = at(starts, from)
  for (let paper = from; paper < to; paper++) {
    const first = kept
    const abstract = at(abstractStarts, paper)
    kept = compactText(at(starts, paper), abstract, forms, flags, dropped, kept)
    store<i32>(counts + ((<usize>paper) << 3), kept - first)
    kept = compactText(abstract, at(starts, paper + 1), forms, flags, dropped, kept)
    store<i32>(counts + ((<usize>paper) << 3), kept - first, 4)
  }
}

function compactText(from: i32, to: i32, forms: usize, flags: usize, dropped: usize, first: i32): i32 {
  let kept = first
  let carried: u32 = 0
  for (let t = from; t < to; t++) {
    const flag = <u32>load<u8>(flags + <usize>t)
    const drop = load<u8>(dropped + <usize>t)
    if (drop !== 0) {
      if (drop === 1) carried |= AFTER_BREAK | flag
      continue
    }
    store<i32>(forms + ((<usize>kept) << 2), at(forms, t))
    store<u8>(flags + <usize>kept, <u8>(carried === 0 ? flag : (carried | flag) & ~AFTER_HYPHEN))
    kept++
    carried = 0
  }
  return kept
}
