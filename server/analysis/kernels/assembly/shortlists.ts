import { log } from './elementary'

const ENTRY_BITS: i32 = 4
const IN_TITLE: i32 = 8
const MOST_MENTIONS: i32 = 7

/**
 * The best phrases of the groups from…to. `rows`: addresses of where rows start and end and of their entries, of where the groups' papers start and of those; `known`: of phrase → papers,
 * papers with it in the title, factor and factor of its words (Float64), where its words start, and those; `emphasis`: Float32. `out`: addresses of counts (a group), phrases, papers (Int32) and
 * scores (Float64), `most` places a group. `scratch`: for each thread 16 bytes a phrase, zeros before and after, then 8 a single one.
 */
export function shortlists(
  from: i32,
  to: i32,
  thread: i32,
  rows: usize,
  known: usize,
  emphasis: usize,
  all: i32,
  phrases: i32,
  singles: i32,
  most: i32,
  out: usize,
  scratch: usize,
): void {
  const starts = load<usize>(rows)
  const ends = load<usize>(rows, 4)
  const entries = load<usize>(rows, 8)
  const memberStarts = load<usize>(rows, 12)
  const members = load<usize>(rows, 16)
  const factors = load<usize>(known, 8)
  const wordFactors = load<usize>(known, 12)
  const wordStarts = load<usize>(known, 16)
  const words = load<usize>(known, 20)
  // Of a phrase: papers, papers with it in the title, emphasis, and the phrase that was met in its place of the order.
  const room = ((<usize>phrases) << 4) + ((<usize>singles) << 3)
  const counts = scratch + <usize>thread * ((room + 63) & ~63)
  const wordScores = counts + ((<usize>phrases) << 4)
  for (let group = from; group < to; group++) {
    const first = load<i32>(memberStarts + ((<usize>group) << 2))
    const last = load<i32>(memberStarts + ((<usize>group) << 2), 4)
    const size = last - first
    let met = counts
    for (let m = first; m < last; m++) {
      const paper = (<usize>load<i32>(members + ((<usize>m) << 2))) << 2
      const end = entries + ((<usize>load<i32>(ends + paper)) << 2)
      for (let e = entries + ((<usize>load<i32>(starts + paper)) << 2); e < end; e += 4) {
        const entry = load<i32>(e)
        const phrase = entry >> ENTRY_BITS
        const at = counts + ((<usize>phrase) << 4)
        const papers = load<i32>(at)
        if (papers === 0) {
          store<i32>(met, phrase, 12)
          met += 16
        }
        store<i32>(at, papers + 1)
        if ((entry & IN_TITLE) !== 0) store<i32>(at, load<i32>(at, 4) + 1, 4)
        const added = load<f32>(emphasis + ((<usize>(entry & MOST_MENTIONS)) << 2))
        store<f32>(at, load<f32>(at, 8) + added, 8)
      }
    }
    const least = size >= 5 ? 2 : 1
    memory.fill(wordScores, 0, (<usize>singles) << 3)
    let kept = 0
    const place = group * most
    // Single words first: the score of a phrase takes those of its words in.
    for (let pass = 0; pass < 2; pass++) {
      for (let o = counts; o < met; o += 16) {
        const phrase = load<i32>(o, 12)
        if (phrase < singles !== (pass === 0)) continue
        const at = counts + ((<usize>phrase) << 4)
        if (load<i32>(at) < least) continue
        const score = scoreOf(at, phrase, known, size, all)
        if (score < 0) continue
        const own = score * load<f64>(factors + ((<usize>phrase) << 3))
        const wordFactor = load<f64>(wordFactors + ((<usize>phrase) << 3))
        let offered = own
        if (pass === 0) store<f64>(wordScores + ((<usize>phrase) << 3), score)
        else if (wordFactor !== 0) {
          const begin = load<i32>(wordStarts + ((<usize>phrase) << 2))
          const end = load<i32>(wordStarts + ((<usize>phrase) << 2), 4)
          let sum: f64 = 0
          for (let w = begin; w < end; w++) {
            const word = load<i32>(words + ((<usize>w) << 2))
            if (word >= 0) sum += load<f64>(wordScores + ((<usize>word) << 3))
          }
          offered = own + min(own, (wordFactor * sum) / <f64>(end - begin))
        }
        kept = offer(out, place, kept, most, phrase, load<i32>(at), offered)
      }
    }
    store<i32>(load<usize>(out) + ((<usize>group) << 2), kept)
    for (let o = counts; o < met; o += 16) {
      const at = counts + ((<usize>load<i32>(o, 12)) << 4)
      store<i64>(at, 0)
      store<i32>(at, 0, 8)
    }
  }
}

/** m·ln(p/q) + t·ln(u/v); −1 where the group does not have it more often than the rest. `at`: the group's counts. */
function scoreOf(at: usize, phrase: i32, known: usize, size: i32, all: i32): f64 {
  const everywhere = load<i32>(load<usize>(known) + ((<usize>phrase) << 2))
  const divergence = lead(load<i32>(at), everywhere, size, all)
  if (divergence <= 0) return -1
  const titles = load<i32>(at, 4)
  let titleLead: f64 = 0
  if (titles !== 0)
    titleLead = max<f64>(0, lead(titles, load<i32>(load<usize>(known, 4) + ((<usize>phrase) << 2)), size, all))
  return (<f64>load<f32>(at, 8) * divergence + max<f64>(0, <f64>titles - 0.5) * titleLead) / <f64>size
}

function lead(inGroup: i32, everywhere: i32, size: i32, all: i32): f64 {
  return log((<f64>inGroup + 0.5) / <f64>(size + 1) / ((<f64>(everywhere - inGroup) + 0.5) / <f64>(all - size + 1)))
}

/** Puts a phrase where it belongs among the best `kept` of a group, which begin at `place`; returns how many there are then. */
function offer(out: usize, place: i32, kept: i32, most: i32, phrase: i32, papers: i32, score: f64): i32 {
  const phrases = load<usize>(out, 4) + ((<usize>place) << 2)
  const paperCounts = load<usize>(out, 8) + ((<usize>place) << 2)
  const scores = load<usize>(out, 12) + ((<usize>place) << 3)
  let at = kept
  while (at > 0) {
    const before = (<usize>(at - 1)) << 2
    const other = load<f64>(scores + (before << 1))
    if (score < other || (score === other && phrase > load<i32>(phrases + before))) break
    if (at < most) {
      store<i32>(phrases + before, load<i32>(phrases + before), 4)
      store<i32>(paperCounts + before, load<i32>(paperCounts + before), 4)
      store<f64>(scores + (before << 1), other, 8)
    }
    at--
  }
  if (at === most) return kept
  store<i32>(phrases + ((<usize>at) << 2), phrase)
  store<i32>(paperCounts + ((<usize>at) << 2), papers)
  store<f64>(scores + ((<usize>at) << 3), score)
  return min(most, kept + 1)
}
