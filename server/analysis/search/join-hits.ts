/** The papers of a clause, ascending, and what it adds to the score of each. */
export interface Gains {
  papers: Int32Array
  gains: Float64Array
}

/** The papers that are in both lists; gains add up. */
export function papersOfBoth(a: Gains, b: Gains): Gains {
  const found = room(Math.min(a.papers.length, b.papers.length))
  const [inA, inB] = [a.papers, b.papers]
  let size = 0
  for (let i = 0, j = 0; i < inA.length && j < inB.length;) {
    if (inA[i] < inB[j]) i = firstNotBelow(inA, i + 1, inB[j])
    else if (inA[i] > inB[j]) j = firstNotBelow(inB, j + 1, inA[i])
    else {
      found.papers[size] = inA[i]
      found.gains[size++] = a.gains[i++] + b.gains[j++]
    }
  }
  return cut(found, size)
}

/** The papers that are in either list; gains add up. */
export function papersOfEither(a: Gains, b: Gains): Gains {
  const found = room(a.papers.length + b.papers.length)
  let size = 0
  for (let i = 0, j = 0; i < a.papers.length || j < b.papers.length; size++) {
    const inA = i < a.papers.length ? a.papers[i] : Infinity
    const inB = j < b.papers.length ? b.papers[j] : Infinity
    found.papers[size] = inA < inB ? inA : inB
    if (inA <= inB) found.gains[size] += a.gains[i++]
    if (inB <= inA) found.gains[size] += b.gains[j++]
  }
  return cut(found, size)
}

/** The papers of the first list; those that are in the second gain what it adds. */
export function liftPapers(a: Gains, b: Gains): Gains {
  const gains = a.gains.slice()
  for (let i = 0, j = 0; i < gains.length && j < b.papers.length; j++) {
    i = firstNotBelow(a.papers, i, b.papers[j])
    if (a.papers[i] === b.papers[j]) gains[i] += b.gains[j]
  }
  return { papers: a.papers, gains }
}

/** The papers of the first list that are not among others, ascending too. */
export function papersWithout(a: Gains, without: Int32Array): Gains {
  const found = room(a.papers.length)
  let size = 0
  for (let i = 0, j = 0; i < a.papers.length; i++) {
    j = firstNotBelow(without, j, a.papers[i])
    if (without[j] === a.papers[i]) continue
    found.papers[size] = a.papers[i]
    found.gains[size++] = a.gains[i]
  }
  return cut(found, size)
}

function room(size: number): Gains {
  return { papers: new Int32Array(size), gains: new Float64Array(size) }
}

function cut({ papers, gains }: Gains, size: number): Gains {
  return { papers: papers.subarray(0, size), gains: gains.subarray(0, size) }
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
