/** Wanted phrase → how many places there are for one that is kept, so that at most `most` are. `counts`: shards × wanted, places in each shard. */
export function stepsOf(counts: Int32Array, shards: number, wanted: number, most: number): Int32Array {
  const steps = new Int32Array(wanted)
  for (let i = 0; i < shards * wanted; i++) steps[i % wanted] += counts[i]
  return steps.map((count) => Math.ceil(count / most))
}

/**
 * Spreads the places that are kept over the shards: `next` (shards × wanted) gets the number of the first that a shard keeps, `counts` becomes the places it passes over before.
 * Returns where the kept places of each phrase start: length wanted + 1.
 */
export function evenly(counts: Int32Array, next: Int32Array, steps: Int32Array, shards: number): Int32Array {
  const wanted = steps.length
  const starts = new Int32Array(wanted + 1)
  for (let phrase = 0; phrase < wanted; phrase++) {
    const step = Math.max(1, steps[phrase])
    let before = 0
    for (let at = phrase; at < shards * wanted; at += wanted) {
      const count = counts[at]
      const kept = Math.ceil(before / step)
      next[at] = starts[phrase] + kept
      counts[at] = kept * step - before
      before += count
    }
    starts[phrase + 1] = starts[phrase] + Math.ceil(before / step)
  }
  return starts
}
