/** Lists of papers are their numbers, ascending, each once. */

/** The papers that are in both lists. */
export function papersOfBoth(a: Int32Array, b: Int32Array): Int32Array {
  if (a === b) return a
  const found = new Int32Array(Math.min(a.length, b.length))
  let size = 0
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] < b[j]) i = firstNotBelow(a, i + 1, b[j])
    else if (a[i] > b[j]) j = firstNotBelow(b, j + 1, a[i])
    else {
      found[size++] = a[i++]
      j++
    }
  }
  return found.subarray(0, size)
}

/** The papers that are in either list. */
export function papersOfEither(a: Int32Array, b: Int32Array): Int32Array {
  const found = new Int32Array(a.length + b.length)
  let size = 0
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    const inA = i < a.length ? a[i] : Infinity
    const inB = j < b.length ? b[j] : Infinity
    found[size++] = inA < inB ? inA : inB
    if (inA <= inB) i++
    if (inB <= inA) j++
  }
  return found.subarray(0, size)
}

/** The papers of the first list that are not in the second. */
export function papersWithout(a: Int32Array, without: Int32Array): Int32Array {
  const found = new Int32Array(a.length)
  let size = 0
  for (let i = 0, j = 0; i < a.length; i++) {
    j = firstNotBelow(without, j, a[i])
    if (without[j] !== a[i]) found[size++] = a[i]
  }
  return found.subarray(0, size)
}

/** Adds what papers gain, one by one, to the sums of a list that they may be in. */
export function addGains(sums: Float64Array, list: Int32Array, papers: Int32Array, gains: Float64Array): void {
  for (let i = 0, j = 0; i < list.length && j < papers.length;) {
    if (list[i] < papers[j]) i = firstNotBelow(list, i + 1, papers[j])
    else if (list[i] > papers[j]) j = firstNotBelow(papers, j + 1, list[i])
    else sums[i++] += gains[j++]
  }
}

/** The first place from `from` on of which the number is not below `paper`: steps that double, then halves. */
export function firstNotBelow(numbers: Int32Array, from: number, paper: number): number {
  if (from >= numbers.length || numbers[from] >= paper) return from
  let low = from
  let step = 1
  while (low + step < numbers.length && numbers[low + step] < paper) {
    low += step
    step *= 2
  }
  let high = Math.min(low + step, numbers.length)
  // numbers[low] < paper ≤ numbers[high], where there is one.
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (numbers[middle] < paper) low = middle
    else high = middle
  }
  return high
}
