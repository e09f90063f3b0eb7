/** Steps for one eigenvalue; a handful is usual. */
const MOST_STEPS: i32 = 60

/**
 * A tridiagonal matrix with the eigenvalues of `a` (n × n Float64, row-major, symmetric; changed, and looked at on and below the diagonal alone): `diagonal` and `below` (n), and
 * the reflections that lead there: `mirrors` (n × n, zeros before) a vector a row, and `scales` (n, zeros before). `p`: n numbers to work with. As `math/symmetric-eigen.ts` does it; one item.
 */
export function tridiagonal(
  from: i32,
  to: i32,
  thread: i32,
  a: usize,
  n: i32,
  diagonal: usize,
  below: usize,
  mirrors: usize,
  scales: usize,
  p: usize,
): void {
  const row = (<usize>n) << 3
  const end = row
  for (let k: usize = 0; k + 16 < end; k += 8) {
    const k1 = k + 8
    let square: f64 = 0
    for (let i = k1; i < end; i += 8) {
      const part = load<f64>(a + (i >> 3) * row + k)
      square += part * part
    }
    const first = load<f64>(a + (k1 >> 3) * row + k)
    const rest = square - first * first
    store<f64>(below + k1, first)
    if (rest <= 0) continue
    const target = first > 0 ? -sqrt(square) : sqrt(square)
    const v = mirrors + (k >> 3) * row
    for (let i = k1; i < end; i += 8) store<f64>(v + i, load<f64>(a + (i >> 3) * row + k))
    store<f64>(v + k1, load<f64>(v + k1) - target)
    store<f64>(below + k1, target)
    const scale = 2 / (rest + load<f64>(v + k1) * load<f64>(v + k1))
    store<f64>(scales + k, scale)
    for (let i = k1; i < end; i += 8) multiplyRow(a + (i >> 3) * row, v, p, k1, i)
    let along: f64 = 0
    for (let i = k1; i < end; i += 8) {
      const part = load<f64>(p + i) * scale
      store<f64>(p + i, part)
      along += part * load<f64>(v + i)
    }
    along *= scale / 2
    for (let i = k1; i < end; i += 8) store<f64>(p + i, load<f64>(p + i) - along * load<f64>(v + i))
    for (let i = k1; i < end; i += 8) reflectRow(a + (i >> 3) * row, v, p, k1, i)
  }
  if (n > 1) store<f64>(below + end - 8, load<f64>(a + <usize>n * row - 16))
  for (let i: usize = 0; i < end; i += 8) store<f64>(diagonal + i, load<f64>(a + (i >> 3) * row + i))
}

/** What row i of a symmetric matrix, from…i, adds to its product with v. */
function multiplyRow(a: usize, v: usize, p: usize, from: usize, i: usize): void {
  const own = load<f64>(v + i)
  let sum: f64 = 0
  for (let j = from; j < i; j += 8) {
    const part = load<f64>(a + j)
    sum += part * load<f64>(v + j)
    store<f64>(p + j, load<f64>(p + j) + part * own)
  }
  store<f64>(p + i, sum + load<f64>(a + i) * own)
}

/** Takes v pᵀ + p vᵀ off row i, from…i. */
function reflectRow(a: usize, v: usize, p: usize, from: usize, i: usize): void {
  const ownV = load<f64>(v + i)
  const ownP = load<f64>(p + i)
  const twoV = f64x2.splat(ownV)
  const twoP = f64x2.splat(ownP)
  let j = from
  for (; j + 8 <= i; j += 16) {
    const off = f64x2.add(f64x2.mul(twoV, v128.load(p + j)), f64x2.mul(twoP, v128.load(v + j)))
    v128.store(a + j, f64x2.sub(v128.load(a + j), off))
  }
  if (j <= i) store<f64>(a + j, load<f64>(a + j) - (ownV * load<f64>(p + j) + ownP * load<f64>(v + j)))
}

/**
 * The rows from…to of the product of all reflections, the last one first: `basis`, n × n Float64. Row i is changed by those before it alone. `mirrors`, `scales`: as
 * `tridiagonal` leaves them.
 */
export function joinMirrors(
  from: i32,
  to: i32,
  thread: i32,
  mirrors: usize,
  scales: usize,
  n: i32,
  basis: usize,
): void {
  const row = (<usize>n) << 3
  for (let i = from; i < to; i++) {
    const own = basis + <usize>i * row
    memory.fill(own, 0, row)
    store<f64>(own + ((<usize>i) << 3), 1)
    for (let k = min(n - 3, i - 1); k >= 0; k--) {
      const scale = load<f64>(scales + ((<usize>k) << 3))
      if (scale === 0) continue
      const v = mirrors + <usize>k * row
      const first = (<usize>(k + 1)) << 3
      let along: f64 = 0
      for (let j = first; j < row; j += 8) along += load<f64>(own + j) * load<f64>(v + j)
      along *= scale
      for (let j = first; j < row; j += 8) store<f64>(own + j, load<f64>(own + j) - along * load<f64>(v + j))
    }
  }
}

/** Turns a tridiagonal matrix into its eigenvalues (`diagonal`, n Float64), and the rows of `basis` (n × n) along. `below`: n, changed. One item. */
export function diagonalize(
  from: i32,
  to: i32,
  thread: i32,
  diagonal: usize,
  below: usize,
  basis: usize,
  n: i32,
): void {
  if (n === 0) return
  const row = (<usize>n) << 3
  memory.copy(below, below + 8, row - 8)
  store<f64>(below + row - 8, 0)
  for (let l: usize = 0; l < row; l += 8) {
    for (let step = 0; step < MOST_STEPS; step++) {
      let m = l
      for (; m < row - 8; m += 8) {
        const size = abs(load<f64>(diagonal + m)) + abs(load<f64>(diagonal + m, 8))
        if (abs(load<f64>(below + m)) <= 2.220446049250313e-16 * size) break
      }
      if (m === l) break
      const off = load<f64>(below + l)
      let g = (load<f64>(diagonal + l, 8) - load<f64>(diagonal + l)) / (2 * off)
      let r = sqrt(g * g + 1)
      g = load<f64>(diagonal + m) - load<f64>(diagonal + l) + off / (g + (g >= 0 ? r : -r))
      let s: f64 = 1
      let c: f64 = 1
      let p: f64 = 0
      let isCut = false
      // One above the place that is looked at, which may be the first.
      for (let above = m; above > l; above -= 8) {
        const i = above - 8
        const f = s * load<f64>(below + i)
        const b = c * load<f64>(below + i)
        r = sqrt(f * f + g * g)
        store<f64>(below + i, r, 8)
        if (r === 0) {
          store<f64>(diagonal + i, load<f64>(diagonal + i, 8) - p, 8)
          store<f64>(below + m, 0)
          isCut = true
          break
        }
        s = f / r
        c = g / r
        g = load<f64>(diagonal + i, 8) - p
        r = (load<f64>(diagonal + i) - g) * s + 2 * c * b
        p = s * r
        store<f64>(diagonal + i, g + p, 8)
        g = c * r - b
        turn(basis + (i >> 3) * row, basis + (above >> 3) * row, row, c, s)
      }
      if (isCut) continue
      store<f64>(diagonal + l, load<f64>(diagonal + l) - p)
      store<f64>(below + l, g)
      store<f64>(below + m, 0)
    }
  }
}

/** Turns two rows of a basis in their plane. */
function turn(first: usize, second: usize, bytes: usize, c: f64, s: f64): void {
  const cs = f64x2.splat(c)
  const ss = f64x2.splat(s)
  let k: usize = 0
  for (; k + 16 <= bytes; k += 16) {
    const f = v128.load(second + k)
    const e = v128.load(first + k)
    v128.store(second + k, f64x2.add(f64x2.mul(ss, e), f64x2.mul(cs, f)))
    v128.store(first + k, f64x2.sub(f64x2.mul(cs, e), f64x2.mul(ss, f)))
  }
  if (k < bytes) {
    const f = load<f64>(second + k)
    const e = load<f64>(first + k)
    store<f64>(second + k, s * e + c * f)
    store<f64>(first + k, c * e - s * f)
  }
}
