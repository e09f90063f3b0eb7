import { nearestOf, put } from './assign'
import { dot, layOutPanels, PANEL, UNIT } from './dots'
import { nextRandom } from './random'
import { addTo } from './sums'

/** Candidates of which a centroid is chosen. */
const TRIES: usize = 3
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
    seed(vectors, bytes, own, n, k, state, rows, centroids)
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
 * Greedy k-means++: of a few candidates drawn by distance, the one that lowers the distances most; its vector becomes a centroid. `rows`: 4 × n Int32: distances so far, and those
 * with a candidate.
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
): void {
  const row = (<usize>n) << 2
  let distance = rows
  let total: f64 = -1
  for (let c = 0; c < k; c++) {
    let best = -1
    let least: f64 = Infinity
    let chosen = distance
    let spare = rows
    for (let t: usize = 0; t < (c === 0 ? 1 : TRIES); t++) {
      const candidate = c === 0 ? <i32>floor(nextRandom(state) * <f64>n) : draw(distance, n, nextRandom(state) * total)
      if (spare === distance || spare === chosen) spare += row
      if (spare === distance || spare === chosen) spare += row
      const nearer = spare
      const sum = distances(vectors, bytes, members, n, candidate, c === 0 ? 0 : distance, nearer)
      if (best < 0 || sum < least) {
        least = sum
        best = candidate
        chosen = nearer
        spare = rows
      }
    }
    distance = chosen
    total = least
    memory.copy(centroids + <usize>c * bytes, rowOf(vectors, bytes, members, best), bytes)
  }
}

/** Writes how far each member is from a candidate, or as far as before where that is nearer (0: nothing was before); returns the sum, a whole number. */
function distances(
  vectors: usize,
  bytes: usize,
  members: usize,
  n: i32,
  candidate: i32,
  before: usize,
  out: usize,
): f64 {
  const row = rowOf(vectors, bytes, members, candidate)
  let sum: i64 = 0
  for (let i = 0; i < n; i++) {
    const cosine = <i64>dot(rowOf(vectors, bytes, members, i), row, <i32>(bytes >> 1))
    let far = <i32>max<i64>(0, (<i64>32767 * 32767 - cosine) >> 8)
    const at = (<usize>i) << 2
    if (before !== 0) far = min(far, load<i32>(before + at))
    store<i32>(out + at, far)
    sum += <i64>far
  }
  return <f64>sum
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
