import { deltaOf, HIT_BITS, TITLE } from './phrase-hits'
import { neighbourAt, startOf, tokenCount } from './phrase-tokens'

const AT_TITLE: i32 = 1 << 31

/**
 * Walks through the hits (`phraseHits`; `starts`, `ends`, `bitsOfPhrase`) of the papers from…to, which are shard `from / shard`, made of some of those of the hits. Without `places` (0) they are
 * counted: `counts` is shards × phrases, Int32. With it, an Int32 triple for each that is kept of the phrases that `isNow` (phrase → 1) is written: its first token (AT_TITLE added), the words before and behind
 * it; `counts` then has the number to pass over until the next that is kept, `next` (as large) where that is written, counted from place `first` on, `steps` (phrases) how many there are for one that is
 * kept. `lengths`: words of the phrases.
 */
export function phrasePlaces(
  from: i32,
  to: i32,
  thread: i32,
  tokens: usize,
  starts: usize,
  ends: usize,
  hits: usize,
  bitsOfPhrase: i32,
  hitShard: i32,
  isNow: usize,
  lengths: usize,
  phrases: i32,
  shard: i32,
  counts: usize,
  next: usize,
  steps: usize,
  first: i32,
  places: usize,
): void {
  const own = (<usize>(from / shard) * <usize>phrases) << 2
  const counted = counts + own
  const nexts = next + own
  const none = (1 << bitsOfPhrase) - 1
  for (let paper = from; paper < to; paper += hitShard) {
    const at = (<usize>(paper / hitShard)) << 2
    const last = hits + ((<usize>load<i32>(ends + at)) << 2)
    let token = startOf(tokens, paper)
    for (let hit = hits + ((<usize>load<i32>(starts + at)) << 2); hit < last; hit += 4) {
      const value = load<i32>(hit)
      token += deltaOf(value, bitsOfPhrase)
      const phrase = (<usize>((value >> HIT_BITS) & none)) << 2
      if (load<i32>(isNow + phrase) === 0) continue
      const count = load<i32>(counted + phrase)
      if (places === 0) {
        store<i32>(counted + phrase, count + 1)
        continue
      }
      if (count > 0) {
        store<i32>(counted + phrase, count - 1)
        continue
      }
      store<i32>(counted + phrase, load<i32>(steps + phrase) - 1)
      const place = load<i32>(nexts + phrase)
      store<i32>(nexts + phrase, place + 1)
      const behind = token + load<i32>(lengths + phrase)
      keep(tokens, places + <usize>(place - first) * 12, token, behind, (value & TITLE) !== 0)
    }
  }
}

function keep(tokens: usize, at: usize, token: i32, behind: i32, isTitle: bool): void {
  store<i32>(at, isTitle ? token | AT_TITLE : token)
  store<i32>(at, token > 0 ? neighbourAt(tokens, token - 1, token) : -1, 4)
  store<i32>(at, behind < tokenCount(tokens) ? neighbourAt(tokens, behind, behind) : -1, 8)
}
