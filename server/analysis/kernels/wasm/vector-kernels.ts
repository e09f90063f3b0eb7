import type { Kernels } from '../kernels.ts'
import type { Cells } from '../neighbour-kernels.ts'
import type { Arena } from './arena.ts'
import type { Parallel } from './kernel-names.ts'
import { places } from './places.ts'

/** Vectors of a panel in `assembly/dots.ts`. */
const PANEL = 16
/** Vectors whose sum 32 bits hold. */
const MOST_SUMMED = 65_536

type VectorKernels = Pick<
  Kernels,
  'assign' | 'sums' | 'nearest' | 'smooth' | 'clusterRuns' | 'placeCentred' | 'unitVectors' | 'along'
>

/** The kernels over unit vectors in WebAssembly. `scope` gives back what its work took of the arena. */
export function createVectorKernels(arena: Arena, scope: Kernels['scope'], parallel: Parallel): VectorKernels {
  /** Numbers for each thread to work in. */
  const scratch = (bytes: number): number => arena.bareInt32((bytes * parallel.threads) / 4).byteOffset

  return {
    assign: (vectors, n, dimensions, centroids, k, assignment, similarity) =>
      scope(() => {
        const shard = Math.max(64, Math.ceil(65_536 / k))
        const panelCount = Math.ceil(k / PANEL)
        const panels = arena.bareInt32((panelCount * PANEL * dimensions) / 2)
        parallel('layOutPanels', panelCount, 4, [centroids.byteOffset, dimensions, k, panels.byteOffset])
        const changed = arena.int32(Math.ceil(n / shard))
        const out = places(assignment, similarity, changed)
        const args = [vectors.byteOffset, dimensions, panels.byteOffset, k, ...out, shard, scratch(128)]
        parallel('assign', n, shard, args)
        return changed.reduce((sum, count) => sum + count, 0)
      }),

    sums: (vectors, n, dimensions, assignment, k) =>
      scope(() => {
        // Whole numbers: however many parts there are, their sum is the same.
        const shard = Math.min(MOST_SUMMED, Math.max(1024, Math.ceil(n / (2 * parallel.threads))))
        const parts = arena.bareInt32(Math.ceil(n / shard) * k * dimensions)
        parallel('sums', n, shard, [vectors.byteOffset, dimensions, assignment.byteOffset, k, parts.byteOffset, shard])
        const sums = new Float64Array(k * dimensions)
        for (let part = 0; part < parts.length; part += sums.length) {
          for (let i = 0; i < sums.length; i++) sums[i] += parts[part + i]
        }
        return sums
      }),

    nearest: (vectors, dimensions, cells, order, probes, count, ids, similarity) =>
      scope(() => {
        const most = mostCandidates(cells, order, probes)
        const room = Math.ceil((128 + most * 4 + 64 + (most + PANEL) * dimensions * 2) / 64) * 64
        const [starts, members, probed] = places(cells.starts, cells.members, order)
        const cellArgs = [vectors.byteOffset, dimensions, starts, members, probed, probes]
        parallel('nearest', cells.count, 1, [...cellArgs, count, ...places(ids, similarity), scratch(room), room])
      }),

    smooth: (vectors, n, dimensions, { count, ids, similarity }, used, out) =>
      scope(() => {
        const near = [...places(ids, similarity), count, used, out.byteOffset]
        parallel('smooth', n, 512, [vectors.byteOffset, dimensions, ...near, scratch(dimensions * 4)])
      }),

    clusterRuns: (vectors, dimensions, runs, maxRounds, assignment) =>
      scope(() => {
        const facts = arena.bareInt32(runs.length * 7)
        const members = arena.bareInt32(assignment.length)
        let [first, room] = [0, 0]
        runs.forEach((run, i) => {
          const n = run.members.length
          members.set(run.members, first)
          facts.set([first, n, run.k, ...run.state], i * 7)
          first += n
          const padded = Math.ceil(run.k / PANEL) * PANEL
          room = Math.max(room, 144 + 16 * (n + 3) + padded * (8 * dimensions + 4))
        })
        room = Math.ceil(room / 64) * 64
        const similarity = arena.bareFloat32(first)
        const objectives = arena.float64(runs.length)
        assignment.fill(-1)
        const out = places(assignment, similarity, objectives)
        const args = [vectors.byteOffset, dimensions, ...places(facts, members), maxRounds, ...out, scratch(room), room]
        parallel('clusterRuns', runs.length, 1, args)
        return Float64Array.from(objectives)
      }),

    placeCentred(dense, rows, width, mean, weight, to, at, toWidth) {
      const args = [dense.byteOffset, width, mean.byteOffset, weight, to.byteOffset + at * 2, toWidth]
      parallel('placeCentred', rows, 1024, args)
    },

    unitVectors(vectors, rows, width) {
      parallel('unitVectors', rows, 1024, [vectors.byteOffset, width])
    },

    along(vectors, n, dimensions, directions, middle, out) {
      parallel('along', n, 1024, [vectors.byteOffset, dimensions, directions.byteOffset, ...middle, out.byteOffset])
    },
  }
}

/** Members of the cells that a cell is compared with, in the cell that has most. */
function mostCandidates({ count, starts }: Cells, order: Int32Array, probes: number): number {
  let most = 0
  for (let cell = 0; cell < count; cell++) {
    let candidates = 0
    for (let p = 0; p < probes; p++) {
      const other = order[cell * probes + p]
      candidates += starts[other + 1] - starts[other]
    }
    most = Math.max(most, candidates)
  }
  return most
}
