import { nearestOf, put } from './assign'
import { dot, layOutPanels, PANEL, UNIT } from './dots'
import { nextRandom } from './random'
import { addTo } from './sums'

/** Candidates of which a centroid is chosen: as many as `distances` looks at in one walk. */
const TRIES: usize = 3
/** Where the facts of the candidates have their distances, and what those add up to (Int64), behind their vectors. */
const OUT: usize = 12
const SUM: usize = 24
/** Numbers that say what a run is: first member, members, clusters, and the state of its random numbers. */
const RUN_BYTES: usize = 28

/**
 * The runs from…to of spherical k-means, each from greedy k-means++ seeds of its own: until no more than 0.1% of its vectors move, or `maxRounds`. `vectors`: unit vectors as
 * whole numbers of 16 bits; `runs`: seven Int32 a run; `members` (Int32): the vectors that a run looks at, by number; `assignment` (Int32), `similarity` (Float32): a place for
 * each member, −1 before; `objectives` (Float64): a place for each run. `scratch`: `scratchBytes` for each thread, which hold 144 bytes, four Int32 a member and, for a
 * cluster, 8 bytes a dimension and 4 more, clusters rounded up to 16.
 */
export function clusterRuns(
  from: i32,
  to: i32,
  thread: i32,
  vectors: usize,
  dimensions: i32,
  runs: usize,
  members: usize,
  maxRounds: i32,
  assignment: usize,
  similarity: usize,
  objectives: usize,
  scratch: usize,
  scratchBytes: i32,
): void {
  const out = scratch + <usize>thread * <usize>scratchBytes
  const state = out + 128
  const bytes = (<usize>dimensions) << 1
  for (let run = from; run < to; run++) {
    const facts = runs + <usize>run * RUN_BYTES
    const place = (<usize>load<i32>(facts)) << 2
    const n = load<i32>(facts, 4)
    const k = load<i32>(facts, 8)
    memory.copy(state, facts + 12, 16)
    const own = members + place
    const near = similarity + place
    const at = assignment + place
    const rows = state + 16
    const panelBytes = <usize>((k + PANEL - 1) / PANEL) * bytes * PANEL
    const centroids = rows + (((<usize>(n + 3)) & ~3) << 4)
    const panels = centroids + panelBytes
    const sums = panels + panelBytes
    const sizes = sums + <usize>k * (bytes << 1)
    seed(vectors, bytes, own, n, k, state, rows, centroids, out)
    for (let round = 0; round < maxRounds; round++) {
      layOutPanels(centroids, dimensions, 0, k, panels)
      let moved = 0
      for (let i = 0; i < n; i += 2) {
        const both = i + 1 < n
        const a = rowOf(vectors, bytes, own, i)
        nearestOf(a, both ? rowOf(vectors, bytes, own, i + 1) : a, dimensions, panels, k, out)
        moved += put(at, near, i, out)
        if (both) moved += put(at, near, i + 1, out + 8)
      }
      if (<f64>moved <= <f64>n * 0.001) break
      fillEmpty(at, near, n, k, sizes)
      memory.fill(sums, 0, <usize>k * (bytes << 1))
      for (let i = 0; i < n; i++) {
        const cluster = <usize>load<i32>(at + ((<usize>i) << 2))
        addTo(sums + cluster * (bytes << 1), rowOf(vectors, bytes, own, i), bytes)
      }
      for (let c: usize = 0; c < <usize>k; c++) meanDirection(sums + c * (bytes << 1), bytes, centroids + c * bytes)
    }
    let objective: f64 = 0
    for (let i = 0; i < n; i++) objective += <f64>load<f32>(near + ((<usize>i) << 2))
    store<f64>(objectives + ((<usize>run) << 3), objective)
  }
}

function rowOf(vectors: usize, bytes: usize, members: usize, i: i32): usize {
  return vectors + <usize>load<i32>(members + ((<usize>i) << 2)) * bytes
}

/**
 * Greedy k-means++: of three candidates drawn by distance, the one that lowers the distances most; its vector becomes a centroid. `rows`: 4 × n Int32: distances so far, and those
 * with each candidate. `facts`: 48 bytes to work in.
 */
function seed(
  vectors: usize,
  bytes: usize,
  members: usize,
  n: i32,
  k: i32,
  state: usize,
  rows: usize,
  centroids: usize,
  facts: usize,
): void {
  const first = rowOf(vectors, bytes, members, <i32>floor(nextRandom(state) * <f64>n))
  memory.copy(centroids, first, bytes)
  let distance = rows
  let total = firstDistances(vectors, bytes, members, n, first, distance)
  for (let t: usize = 0; t < TRIES; t++) store<usize>(facts + (t << 2), rows + (t + 1) * ((<usize>n) << 2), OUT)
  for (let c: usize = 1; c < <usize>k; c++) {
    for (let t: usize = 0; t < TRIES; t++) {
      const drawn = draw(distance, n, nextRandom(state) * <f64>total)
      store<usize>(facts + (t << 2), rowOf(vectors, bytes, members, drawn))
    }
    distances(vectors, bytes, members, n, distance, facts)
    let best: usize = 0
    for (let t: usize = 1; t < TRIES; t++) {
      if (load<i64>(facts + (t << 3), SUM) < load<i64>(facts + (best << 3), SUM)) best = t
    }
    total = load<i64>(facts + (best << 3), SUM)
    memory.copy(centroids + c * bytes, load<usize>(facts + (best << 2)), bytes)
    const spare = distance
    distance = load<usize>(facts + (best << 2), OUT)
    store<usize>(facts + (best << 2), spare, OUT)
  }
}

/** Writes how far each member is from a vector; returns the sum. */
function firstDistances(vectors: usize, bytes: usize, members: usize, n: i32, row: usize, out: usize): i64 {
  let sum: i64 = 0
  for (let i = 0; i < n; i++) {
    const far = toDistance(dot(rowOf(vectors, bytes, members, i), row, <i32>(bytes >> 1)))
    store<i32>(out + ((<usize>i) << 2), far)
    sum += <i64>far
  }
  return sum
}

/**
 * Writes how far each member is from each of three candidates, or as far as before where that is nearer: in one walk, since most of the time goes into reading the members. `facts`: the
 * candidates' vectors, where to write, and the sums, which are written.
 */
function distances(vectors: usize, bytes: usize, members: usize, n: i32, before: usize, facts: usize): void {
  const a = load<usize>(facts)
  const b = load<usize>(facts, 4)
  const c = load<usize>(facts, 8)
  const outA = load<usize>(facts, OUT)
  const outB = load<usize>(facts, OUT + 4)
  const outC = load<usize>(facts, OUT + 8)
  let sumA: i64 = 0
  let sumB: i64 = 0
  let sumC: i64 = 0
  for (let i: usize = 0; i < (<usize>n) << 2; i += 4) {
    const row = vectors + <usize>load<i32>(members + i) * bytes
    let dotA = i32x4.splat(0)
    let dotB = dotA
    let dotC = dotA
    let d: usize = 0
    for (; d + 16 <= bytes; d += 16) {
      const own = v128.load(row + d)
      dotA = i32x4.add(dotA, i32x4.dot_i16x8_s(own, v128.load(a + d)))
      dotB = i32x4.add(dotB, i32x4.dot_i16x8_s(own, v128.load(b + d)))
      dotC = i32x4.add(dotC, i32x4.dot_i16x8_s(own, v128.load(c + d)))
    }
    if (d < bytes) {
      const own = v128.load64_zero(row + d)
      dotA = i32x4.add(dotA, i32x4.dot_i16x8_s(own, v128.load64_zero(a + d)))
      dotB = i32x4.add(dotB, i32x4.dot_i16x8_s(own, v128.load64_zero(b + d)))
      dotC = i32x4.add(dotC, i32x4.dot_i16x8_s(own, v128.load64_zero(c + d)))
    }
    const far = load<i32>(before + i)
    const farA = min(far, toDistance(sumOf(dotA)))
    const farB = min(far, toDistance(sumOf(dotB)))
    const farC = min(far, toDistance(sumOf(dotC)))
    store<i32>(outA + i, farA)
    store<i32>(outB + i, farB)
    store<i32>(outC + i, farC)
    sumA += <i64>farA
    sumB += <i64>farB
    sumC += <i64>farC
  }
  store<i64>(facts, sumA, SUM)
  store<i64>(facts, sumB, SUM + 8)
  store<i64>(facts, sumC, SUM + 16)
}

/** How far apart two vectors of this product are. */
function toDistance(product: i32): i32 {
  return <i32>(max<i64>(0, <i64>32767 * 32767 - <i64>product) >> 8)
}

function sumOf(four: v128): i32 {
  return (
    i32x4.extract_lane(four, 0) +
    i32x4.extract_lane(four, 1) +
    i32x4.extract_lane(four, 2) +
    i32x4.extract_lane(four, 3)
  )
}

/** The first number at which the weights until then pass `rest`, or the last. */
function draw(weights: usize, n: i32, rest: f64): i32 {
  for (let i = 0; i < n; i++) {
    rest -= <f64>load<i32>(weights + ((<usize>i) << 2))
    if (rest < 0) return i
  }
  return n - 1
}

/** Gives each empty cluster the vector that fits its own cluster worst. */
function fillEmpty(assignment: usize, similarity: usize, n: i32, k: i32, sizes: usize): void {
  memory.fill(sizes, 0, (<usize>k) << 2)
  for (let i: usize = 0; i < (<usize>n) << 2; i += 4) changeSize(sizes, load<i32>(assignment + i), 1)
  for (let c = 0; c < k; c++) {
    if (sizeOf(sizes, c) > 0) continue
    let worst: usize = 0
    let found = false
    for (let i: usize = 0; i < (<usize>n) << 2; i += 4) {
      if (sizeOf(sizes, load<i32>(assignment + i)) < 2) continue
      if (found && load<f32>(similarity + i) >= load<f32>(similarity + worst)) continue
      worst = i
      found = true
    }
    if (!found) return
    changeSize(sizes, load<i32>(assignment + worst), -1)
    store<i32>(assignment + worst, c)
    store<f32>(similarity + worst, 1)
    changeSize(sizes, c, 1)
  }
}

function sizeOf(sizes: usize, cluster: i32): i32 {
  return load<i32>(sizes + ((<usize>cluster) << 2))
}

function changeSize(sizes: usize, cluster: i32, by: i32): void {
  const at = sizes + ((<usize>cluster) << 2)
  store<i32>(at, load<i32>(at) + by)
}

/** A sum of vectors (Int32) as a unit vector; where it is nothing the vector stays as it was. `bytes`: of the vector. */
function meanDirection(sum: usize, bytes: usize, out: usize): void {
  let length: f64 = 0
  for (let d: usize = 0; d < bytes << 1; d += 4) {
    const value = <f64>load<i32>(sum + d)
    length += value * value
  }
  if (length === 0) return
  const scale = <f64>UNIT / sqrt(length)
  for (let d: usize = 0; d < bytes; d += 2) {
    store<i16>(out + d, <i16>(<i32>floor(<f64>load<i32>(sum + (d << 1)) * scale + 0.5)))
  }
}
