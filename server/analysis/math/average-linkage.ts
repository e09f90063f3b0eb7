/** One joining of two clusters; clusters 0…n−1 are the things themselves, n + i is what join i made. */
export interface Join {
  a: number
  b: number
  /** Mean dissimilarity between the members of the two. */
  height: number
}

/**
 * Average-linkage hierarchy of n things from their dissimilarities (n × n, row-major, symmetric; used up as work space).
 * Joins come lowest first. Nearest-neighbour chain, O(n²): Müllner, "Modern hierarchical, agglomerative clustering
 * algorithms", arXiv:1109.2378. Ties go to the lower number.
 */
export function averageLinkage(dissimilarity: Float32Array, n: number): Join[] {
  const size = new Float64Array(n).fill(1)
  const alive = new Uint8Array(n).fill(1)
  const found: { a: number; b: number; height: number }[] = []
  const chain: number[] = []
  for (let joins = 0; joins < n - 1; joins++) {
    if (chain.length === 0) chain.push(alive.indexOf(1))
    for (;;) {
      const top = chain[chain.length - 1]
      const below = chain.length > 1 ? chain[chain.length - 2] : -1
      let nearest = below
      let least = below < 0 ? Infinity : dissimilarity[top * n + below]
      for (let other = 0; other < n; other++) {
        if (alive[other] === 0 || other === top) continue
        if (dissimilarity[top * n + other] < least) {
          least = dissimilarity[top * n + other]
          nearest = other
        }
      }
      if (nearest === below) {
        chain.length -= 2
        found.push({ a: Math.min(top, below), b: Math.max(top, below), height: least })
        merge(Math.min(top, below), Math.max(top, below))
        break
      }
      chain.push(nearest)
    }
  }
  return numbered(found, n)

  /** Cluster b goes into the place of a. */
  function merge(a: number, b: number): void {
    const total = size[a] + size[b]
    for (let other = 0; other < n; other++) {
      if (alive[other] === 0 || other === a || other === b) continue
      const mean = (dissimilarity[a * n + other] * size[a] + dissimilarity[b * n + other] * size[b]) / total
      dissimilarity[a * n + other] = mean
      dissimilarity[other * n + a] = mean
    }
    size[a] = total
    alive[b] = 0
  }
}

/** Sorts the joins by height and names the clusters that they join. */
function numbered(found: Join[], n: number): Join[] {
  const order = found.map((_, i) => i).sort((x, y) => found[x].height - found[y].height || x - y)
  const parent = Int32Array.from({ length: n }, (_, i) => i)
  const clusterOf = Int32Array.from({ length: n }, (_, i) => i)
  const root = (i: number): number => {
    let at = i
    while (parent[at] !== at) at = parent[at]
    return at
  }
  return order.map((index, i) => {
    const { a, b, height } = found[index]
    const rootA = root(a)
    const rootB = root(b)
    const join = { a: clusterOf[rootA], b: clusterOf[rootB], height }
    parent[rootB] = rootA
    clusterOf[rootA] = n + i
    return join
  })
}

/** The partition into k clusters that a hierarchy gives: thing → 0…k−1, numbered by first member. */
export function cutIntoClusters(joins: readonly Join[], n: number, k: number): Int32Array {
  const parent = Int32Array.from({ length: n + joins.length }, (_, i) => i)
  const kept = Math.max(0, n - Math.max(1, Math.min(k, n)))
  for (let i = 0; i < kept; i++) {
    parent[joins[i].a] = n + i
    parent[joins[i].b] = n + i
  }
  const numbers = new Map<number, number>()
  return Int32Array.from({ length: n }, (_, i) => {
    let at = i
    while (parent[at] !== at) at = parent[at]
    let number = numbers.get(at)
    if (number === undefined) numbers.set(at, (number = numbers.size))
    return number
  })
}
