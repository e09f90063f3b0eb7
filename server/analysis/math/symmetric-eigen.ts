/** Eigenvalues, largest first, with their unit eigenvectors as the columns of `vectors` (n × n, row-major). */
export interface Eigen {
  values: Float64Array
  vectors: Float64Array
}

/** Steps for one eigenvalue; a handful is usual. */
const MOST_STEPS = 60

/**
 * Eigen-decomposition of a symmetric matrix (n × n, row-major; left as it was): Householder reflections to a tridiagonal matrix, then implicit QL.
 * The same everywhere, since it needs square roots alone. Each vector's largest part is positive.
 * Source: tred2 and tql2 of Bowdler, Martin, Reinsch and Wilkinson, Handbook for Automatic Computation, volume 2 (1971), with the eigenvectors in rows, so that rotations run
 * through memory in order.
 */
export function symmetricEigen(matrix: Float64Array, n: number): Eigen {
  const { diagonal, below, basis } = tridiagonal(matrix, n)
  diagonalize(diagonal, below, basis, n)
  return inOrder(diagonal, basis, n)
}

/** Eigenvalues and vectors (rows of `basis`), the largest first, as columns whose largest part is positive. */
export function inOrder(diagonal: Float64Array, basis: Float64Array, n: number): Eigen {
  const order = Array.from({ length: n }, (_, i) => i).sort((x, y) => diagonal[y] - diagonal[x] || x - y)
  const values = Float64Array.from(order, (i) => diagonal[i])
  const vectors = new Float64Array(n * n)
  for (let to = 0; to < n; to++) {
    const from = order[to] * n
    let largest = 0
    for (let k = 0; k < n; k++) if (Math.abs(basis[from + k]) > Math.abs(largest)) largest = basis[from + k]
    for (let k = 0; k < n; k++) vectors[k * n + to] = largest < 0 ? -basis[from + k] : basis[from + k]
  }
  return { values, vectors }
}

/** A tridiagonal matrix (`below[i]` stands beside diagonal[i − 1]) with the same eigenvalues, and the basis in which it is it, a vector a row. */
function tridiagonal(
  matrix: Float64Array,
  n: number,
): { diagonal: Float64Array; below: Float64Array; basis: Float64Array } {
  // Only what is on and below the diagonal is looked at.
  const a = Float64Array.from(matrix)
  const below = new Float64Array(n)
  const mirrors = new Float64Array(n * n)
  const scales = new Float64Array(n)
  const p = new Float64Array(n)
  for (let k = 0; k < n - 2; k++) {
    // A reflection that leaves of column k nothing below its first part under the diagonal.
    let square = 0
    for (let i = k + 1; i < n; i++) square += a[i * n + k] * a[i * n + k]
    const first = a[(k + 1) * n + k]
    const rest = square - first * first
    below[k + 1] = first
    if (rest <= 0) continue
    const target = first > 0 ? -Math.sqrt(square) : Math.sqrt(square)
    const v = mirrors.subarray(k * n, (k + 1) * n)
    for (let i = k + 1; i < n; i++) v[i] = a[i * n + k]
    v[k + 1] -= target
    below[k + 1] = target
    const scale = 2 / (rest + v[k + 1] * v[k + 1])
    scales[k] = scale
    for (let i = k + 1; i < n; i++) {
      const own = v[i]
      let sum = 0
      for (let j = k + 1, at = i * n + k + 1; j < i; j++, at++) {
        sum += a[at] * v[j]
        p[j] += a[at] * own
      }
      p[i] = sum + a[i * n + i] * own
    }
    let along = 0
    for (let i = k + 1; i < n; i++) {
      p[i] *= scale
      along += p[i] * v[i]
    }
    along *= scale / 2
    for (let i = k + 1; i < n; i++) p[i] -= along * v[i]
    for (let i = k + 1; i < n; i++) {
      const [ownV, ownP] = [v[i], p[i]]
      for (let j = k + 1, at = i * n + k + 1; j <= i; j++, at++) a[at] -= ownV * p[j] + ownP * v[j]
    }
  }
  if (n > 1) below[n - 1] = a[n * n - 2]
  const diagonal = Float64Array.from({ length: n }, (_, i) => a[i * n + i])
  return { diagonal, below, basis: product(mirrors, scales, n) }
}

/** The product of the reflections 1 − scale · v vᵀ, the last one first, v being a row of `mirrors`: begun with the last, which change but a corner of it. */
function product(mirrors: Float64Array, scales: Float64Array, n: number): Float64Array {
  const basis = new Float64Array(n * n)
  for (let i = 0; i < n; i++) basis[i * n + i] = 1
  for (let k = n - 3; k >= 0; k--) {
    if (scales[k] === 0) continue
    const v = mirrors.subarray(k * n, (k + 1) * n)
    for (let i = k + 1; i < n; i++) {
      let along = 0
      for (let j = k + 1, at = i * n + k + 1; j < n; j++, at++) along += basis[at] * v[j]
      along *= scales[k]
      for (let j = k + 1, at = i * n + k + 1; j < n; j++, at++) basis[at] -= along * v[j]
    }
  }
  return basis
}

/** Turns a tridiagonal matrix into its eigenvalues (`diagonal`), and the rows of `basis` along. */
function diagonalize(diagonal: Float64Array, below: Float64Array, basis: Float64Array, n: number): void {
  below.copyWithin(0, 1)
  if (n > 0) below[n - 1] = 0
  for (let l = 0; l < n; l++) {
    for (let step = 0; step < MOST_STEPS; step++) {
      let m = l
      for (; m < n - 1; m++) {
        const size = Math.abs(diagonal[m]) + Math.abs(diagonal[m + 1])
        if (Math.abs(below[m]) <= 2 ** -52 * size) break
      }
      if (m === l) break
      let g = (diagonal[l + 1] - diagonal[l]) / (2 * below[l])
      let r = Math.sqrt(g * g + 1)
      g = diagonal[m] - diagonal[l] + below[l] / (g + (g >= 0 ? r : -r))
      let s = 1
      let c = 1
      let p = 0
      let i = m - 1
      for (; i >= l; i--) {
        const f = s * below[i]
        const b = c * below[i]
        r = Math.sqrt(f * f + g * g)
        below[i + 1] = r
        if (r === 0) {
          diagonal[i + 1] -= p
          below[m] = 0
          break
        }
        s = f / r
        c = g / r
        g = diagonal[i + 1] - p
        r = (diagonal[i] - g) * s + 2 * c * b
        p = s * r
        diagonal[i + 1] = g + p
        g = c * r - b
        turn(basis, i * n, (i + 1) * n, n, c, s)
      }
      if (r === 0 && i >= l) continue
      diagonal[l] -= p
      below[l] = g
      below[m] = 0
    }
  }
}

/** Turns two rows of a basis in their plane. */
function turn(basis: Float64Array, first: number, second: number, n: number, c: number, s: number): void {
  for (let k = 0; k < n; k++) {
    const f = basis[second + k]
    basis[second + k] = s * basis[first + k] + c * f
    basis[first + k] = c * basis[first + k] - s * f
  }
}
