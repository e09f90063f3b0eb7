/** Eigenvalues, largest first, with their unit eigenvectors as the columns of `vectors` (n × n, row-major). */
export interface Eigen {
  values: Float64Array
  vectors: Float64Array
}

/**
 * Eigen-decomposition of a symmetric matrix (n × n, row-major; left as it was) by cyclic Jacobi rotations.
 * Slow beyond a few hundred rows, exact to rounding, and the same everywhere. Each vector's largest part is positive.
 * Source: Golub and Van Loan, Matrix Computations, 8.5.
 */
export function symmetricEigen(matrix: Float64Array, n: number): Eigen {
  const a = Float64Array.from(matrix)
  const v = new Float64Array(n * n)
  for (let i = 0; i < n; i++) v[i * n + i] = 1
  let total = 0
  for (let i = 0; i < n * n; i++) total += a[i] * a[i]
  for (let sweep = 0; sweep < 30; sweep++) {
    let off = 0
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) off += a[p * n + q] * a[p * n + q]
    if (off <= 1e-22 * total) break
    for (let p = 0; p < n - 1; p++) {
      for (let q = p + 1; q < n; q++) {
        const apq = a[p * n + q]
        if (apq === 0) continue
        const theta = (a[q * n + q] - a[p * n + p]) / (2 * apq)
        const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
        const c = 1 / Math.sqrt(t * t + 1)
        const s = t * c
        for (let k = 0; k < n; k++) {
          const akp = a[k * n + p]
          const akq = a[k * n + q]
          a[k * n + p] = c * akp - s * akq
          a[k * n + q] = s * akp + c * akq
        }
        for (let k = 0; k < n; k++) {
          const apk = a[p * n + k]
          const aqk = a[q * n + k]
          a[p * n + k] = c * apk - s * aqk
          a[q * n + k] = s * apk + c * aqk
          const vkp = v[k * n + p]
          const vkq = v[k * n + q]
          v[k * n + p] = c * vkp - s * vkq
          v[k * n + q] = s * vkp + c * vkq
        }
      }
    }
  }
  const order = Array.from({ length: n }, (_, i) => i).sort((x, y) => a[y * n + y] - a[x * n + x] || x - y)
  const values = Float64Array.from(order, (i) => a[i * n + i])
  const vectors = new Float64Array(n * n)
  order.forEach((from, to) => {
    let largest = 0
    for (let k = 0; k < n; k++) if (Math.abs(v[k * n + from]) > Math.abs(largest)) largest = v[k * n + from]
    const sign = largest < 0 ? -1 : 1
    for (let k = 0; k < n; k++) vectors[k * n + to] = sign * v[k * n + from]
  })
  return { values, vectors }
}
