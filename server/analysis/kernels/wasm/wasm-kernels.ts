import type { Csr } from '../../matrix/csr.ts'
import { joinParts, partItems } from '../join-parts.ts'
import type { Cells, Influence, Kernels, LayoutEdges, LayoutStep } from '../kernels.ts'
import { Arena, type GrowingMemory } from './arena.ts'
import type { Parallel } from './kernel-names.ts'
import { createTermKernels } from './term-kernels.ts'
import { createTokenKernels } from './token-kernels.ts'

/** Vectors of a panel in `assembly/dots.ts`, columns of one in `assembly/multiply.ts`. */
const PANEL = 16

/**
 * The kernels in WebAssembly. `memory` is the one that the module was given; `limit` its most bytes; `parallel` runs a kernel of the module. Throws a RangeError
 * where the memory would pass its limit.
 */
export function createWasmKernels(memory: GrowingMemory, limit: number, parallel: Parallel): Omit<Kernels, 'map'> {
  const arena = new Arena(memory, limit)
  const scope = <T>(work: () => T): T => {
    const top = arena.top
    try {
      return work()
    } finally {
      arena.release(top)
    }
  }
  /** Numbers for each thread to work in. */
  const scratch = (bytes: number): number => arena.int32((bytes * parallel.threads) / 4).byteOffset
  const partCount = (items: number): number => Math.ceil(items / partItems(items))
  const parts = (items: number, length: number): Float64Array => arena.float64(partCount(items) * length)
  const total = (counts: Int32Array): number => counts.reduce((sum, count) => sum + count, 0)

  return {
    ...createTokenKernels(arena, scope, parallel),
    ...createTermKernels(arena, scope, parallel),
    float32: (length) => arena.float32(length),
    int32: (length) => arena.int32(length),
    float64: (length) => arena.float64(length),
    scope,

    multiply: ({ rows, columns, starts, indices, values }: Csr, dense, width, out) =>
      scope(() => {
        const panels = arena.rawFloat32(columns * Math.ceil(width / PANEL) * PANEL)
        parallel('layOutColumns', columns, 2048, [dense.byteOffset, columns, width, panels.byteOffset])
        for (let column = 0; column < width; column += PANEL) {
          const panel = panels.byteOffset + column * columns * 4
          const quads = Math.min(PANEL, width - column) / 4
          const args = [...places(starts, indices, values), panel, quads, out.byteOffset + column * 4, width]
          parallel('multiply', rows, 64, args)
        }
      }),

    transpose({ rows, columns, starts, indices, values }: Csr) {
      const turned = {
        rows: columns,
        columns: rows,
        starts: arena.int32(columns + 1),
        indices: arena.int32(indices.length),
        values: arena.rawFloat32(indices.length),
      }
      scope(() => {
        const shard = Math.max(1024, Math.ceil(rows / (2 * parallel.threads)))
        const shards = Math.ceil(rows / shard)
        const next = arena.int32(shards * columns)
        const from = places(starts, indices, values)
        parallel('countColumns', rows, shard, [from[0], from[1], columns, next.byteOffset, shard])
        turned.starts[columns] = toPlaces(next, shards, columns, turned.starts)
        const to = places(turned.indices, turned.values)
        parallel('scatterColumns', rows, shard, [...from, columns, next.byteOffset, shard, ...to])
      })
      return turned
    },

    gram: (dense, rows, width) =>
      scope(() => {
        const sums = parts(rows, width * width)
        const shard = partItems(rows)
        parallel('gram', rows, shard, [dense.byteOffset, width, sums.byteOffset, shard])
        const joined = joinParts(sums, partCount(rows), width * width)
        for (let i = 0; i < width; i++) for (let j = 0; j < i; j++) joined[i * width + j] = joined[j * width + i]
        return joined
      }),

    rotate: (dense, rows, width, directions, rank, out) =>
      scope(() => {
        const own = scratch(rank * 4)
        parallel('rotate', rows, 1024, [dense.byteOffset, width, directions.byteOffset, rank, out.byteOffset, own])
      }),

    unitRows(dense, rows, width) {
      parallel('unitRows', rows, 1024, [dense.byteOffset, width])
    },

    assign: (vectors, n, dimensions, centroids, k, assignment, similarity) =>
      scope(() => {
        const shard = Math.max(64, Math.ceil(65_536 / k))
        const panelCount = Math.ceil(k / PANEL)
        const panels = arena.rawFloat32((panelCount * PANEL * dimensions) / 2)
        const own = scratch(dimensions * 2)
        parallel('layOutPanels', panelCount, panelCount, [centroids.byteOffset, dimensions, k, panels.byteOffset, own])
        const changed = arena.int32(Math.ceil(n / shard))
        const [at, near, moved] = places(assignment, similarity, changed)
        const args = [
          vectors.byteOffset,
          dimensions,
          panels.byteOffset,
          k,
          at,
          near,
          moved,
          shard,
          scratch(128 + dimensions * 4),
        ]
        parallel('assign', n, shard, args)
        return total(changed)
      }),

    sums: (vectors, n, dimensions, assignment, k) =>
      scope(() => {
        const sums = parts(n, k * dimensions)
        const shard = partItems(n)
        parallel('sums', n, shard, [vectors.byteOffset, dimensions, assignment.byteOffset, k, sums.byteOffset, shard])
        return joinParts(sums, partCount(n), k * dimensions)
      }),

    distances: (vectors, n, dimensions, candidates, distance, out) =>
      scope(() => {
        const rows = arena.int32(candidates.length)
        rows.set(candidates)
        const shard = partItems(n)
        const shards = partCount(n)
        const totals = arena.float64(4 * shards)
        const [at, from, to, sums] = places(rows, distance, out, totals)
        const args = [vectors.byteOffset, dimensions, at, candidates.length, from, to, n, sums, shard]
        parallel('distances', n, shard, args)
        return candidates.map((_, c) => {
          let sum = 0
          for (let s = 0; s < shards; s++) sum += totals[s * 4 + c]
          return sum
        })
      }),

    nearest: (vectors, dimensions, cells, order, probes, count, ids, similarity) =>
      scope(() => {
        const most = mostCandidates(cells, order, probes)
        const room = Math.ceil((128 + dimensions * 4 + most * 4 + 64 + (most + PANEL) * dimensions * 2) / 64) * 64
        const [starts, members, probed] = places(cells.starts, cells.members, order)
        const cellArgs = [vectors.byteOffset, dimensions, starts, members, probed, probes]
        parallel('nearest', cells.count, 1, [...cellArgs, count, ...places(ids, similarity), scratch(room), room])
      }),

    smooth(vectors, n, dimensions, ids, shares, count, out) {
      parallel('smooth', n, 512, [vectors.byteOffset, dimensions, ...places(ids, shares), count, out.byteOffset])
    },

    topicSums: ({ rows, starts, indices, values }: Csr, members, width, k, base, out) =>
      scope(() => {
        const args = [...places(starts, indices, values, members), width, k, ...places(base, out)]
        parallel('topicSums', rows, 32, [...args, scratch(k * 8)])
      }),

    logProbabilities(sums, terms, width, k, prior, logTotals, out) {
      parallel('logProbabilities', terms, 1024, [sums.byteOffset, width, k, prior, ...places(logTotals, out)])
    },

    respond: (scores, rows, width, k, trust, logPi, influence: Influence, before, after, assignment) =>
      scope(() => {
        const shard = 256
        const moved = arena.int32(Math.ceil(rows.length / shard))
        const [from, papers, trusts, sizes, ids, shares] = places(
          scores,
          rows,
          trust,
          logPi,
          influence.ids,
          influence.shares,
        )
        const { count, weight } = influence
        const last = places(before, after, assignment, moved)
        const args = [from, papers, width, k, trusts, sizes, ids, shares, count, weight, ...last, shard]
        parallel('respond', rows.length, shard, args)
        return total(moved)
      }),

    company: (byTerm, byPaper, { contexts, logTotals, powers, logAll }, first, out) =>
      scope(() => {
        const matrices = [byTerm, byPaper].flatMap(({ starts, indices, values }) => places(starts, indices, values))
        const [totals, powersAt, columns, information, counts] = places(
          logTotals,
          powers,
          out.columns,
          out.information,
          out.counts,
        )
        const args = [...matrices, contexts, totals, powersAt, logAll, first, columns, information, counts]
        parallel('company', out.counts.length, 8, [...args, scratch(contexts * 8)])
      }),

    similar: ({ starts, indices, values, columns }, rows, ids, count, { most, termCount, papers, scores, terms }) =>
      scope(() => {
        const sizes = [count, most, termCount]
        const args = [...places(starts, indices, values), columns, ...places(rows, ids), ...sizes]
        parallel('similar', rows.length, 64, [...args, ...places(papers, scores, terms), scratch(columns * 4)])
      }),

    edgeWeights(ids, similarity, n, count, target, out) {
      parallel('edgeWeights', n, 512, [...places(ids, similarity), count, target, out.byteOffset])
    },

    layoutRound: (
      { n, starts, neighbours, every, due }: LayoutEdges,
      before,
      after,
      { round, rate, seed }: LayoutStep,
    ) =>
      scope(() => {
        const args = [...places(starts, neighbours, every, due, before, after), n, round, rate, seed]
        parallel('layoutRound', n, 2048, [...args, scratch(1024)])
      }),
  }
}

type Numbers = Float32Array | Int32Array | Float64Array

function places(...arrays: Numbers[]): number[] {
  return arrays.map((array) => array.byteOffset)
}

/** Turns the entries of each column in each shard (shards × columns) into the place of the first of them; `starts` gets those of the columns. Returns their number. */
function toPlaces(counts: Int32Array, shards: number, columns: number, starts: Int32Array): number {
  let place = 0
  for (let column = 0; column < columns; column++) {
    starts[column] = place
    for (let at = column; at < shards * columns; at += columns) {
      const count = counts[at]
      counts[at] = place
      place += count
    }
  }
  return place
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
