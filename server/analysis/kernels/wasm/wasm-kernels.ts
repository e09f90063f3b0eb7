import type { Csr } from '../../matrix/csr.ts'
import { PANEL } from '../basis-kernels.ts'
import { joinParts, partItems } from '../join-parts.ts'
import type { Kernels } from '../kernels.ts'
import { scatter } from '../scatter.ts'
import { Arena, type GrowingMemory } from './arena.ts'
import { createBasisKernels } from './basis-kernels.ts'
import { createCompanyKernels } from './company-kernels.ts'
import { createCsrKernels } from './csr-kernels.ts'
import type { Parallel } from './kernel-names.ts'
import { createTermKernels } from './term-kernels.ts'
import { createTopicKernels } from './topic-kernels.ts'
import { createTokenKernels } from './token-kernels.ts'
import { createMixtureKernels } from './mixture-kernels.ts'
import { places } from './places.ts'
import type { Shelf } from './shelf.ts'
import { createSparseClusterKernels } from './sparse-cluster-kernels.ts'
import { createSymmetricEigen } from './symmetric-eigen.ts'
import { createVectorKernels } from './vector-kernels.ts'
import { createPhraseKernels } from './phrase-kernels.ts'

/** Bytes that `similar` works in: the weights of terms, a bit for each, and entries. */
const similarScratch = (columns: number): number => 4 * (2 * columns + Math.ceil(columns / 32))

/**
 * The kernels in WebAssembly. `memory` is the one that the module was given; `limit` its most bytes; `parallel` runs a kernel of the module; values wait on `shelf`
 * (null: where they are). Throws a RangeError where the memory would pass its limit.
 */
export function createWasmKernels(
  memory: GrowingMemory,
  limit: number,
  parallel: Parallel,
  shelf: Shelf | null = null,
): Omit<Kernels, 'map'> {
  const arena = new Arena(memory, limit)
  const scope = <T>(work: () => T): T => arena.scope(work)
  /** Numbers for each thread to work in. */
  const scratch = (bytes: number): number => arena.int32((bytes * parallel.threads) / 4).byteOffset
  const partCount = (items: number): number => Math.ceil(items / partItems(items))
  const parts = (items: number, length: number): Float64Array => arena.float64(partCount(items) * length)

  return {
    ...createTokenKernels(arena, scope, parallel),
    ...createTermKernels(arena, scope, parallel),
    float32: (length) => arena.float32(length),
    int32: (length) => arena.int32(length),
    int16: (length) => arena.int16(length),
    float64: (length) => arena.float64(length),
    bareFloat32: (length) => arena.bareFloat32(length),
    bareInt16: (length) => arena.bareInt16(length),
    bareInt32: (length) => arena.bareInt32(length),
    scope,
    aside(values, work) {
      if (shelf === null) return scope(work)
      const bytes = values.map(({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength))
      const takeBack = shelf.put(bytes)
      try {
        return arena.lend(values, work)
      } finally {
        takeBack(bytes)
      }
    },
    ...createVectorKernels(arena, scope, parallel),
    ...createMixtureKernels(arena, scope, parallel),
    ...createBasisKernels(arena, scope, parallel),
    ...createCompanyKernels(arena, scope, parallel),
    ...createCsrKernels(arena, scope, parallel),

    multiply: ({ rows, columns, starts, indices, values }: Csr, dense, width, out) =>
      scope(() => {
        // One panel at a time: all of them would take as much memory as what they are made of.
        const panel = arena.bareFloat32(columns * PANEL).byteOffset
        for (let column = 0; column < width; column += PANEL) {
          parallel('layOutColumns', columns, 2048, [dense.byteOffset, column, width, panel])
          const quads = Math.min(PANEL, width - column) / 4
          parallel('multiply', rows, 64, [
            ...places(starts, indices, values),
            panel,
            quads,
            out.byteOffset + column * 4,
            width,
          ])
        }
      }),

    scaleColumns(dense, rows, width, factors) {
      parallel('scaleColumns', rows, 1024, [dense.byteOffset, width, factors.byteOffset])
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

    rotate: (dense, rows, width, directions, rank, out, isUpper = false) =>
      scope(() => {
        const own = scratch(rank * 4)
        parallel('rotate', rows, 1024, [
          dense.byteOffset,
          width,
          directions.byteOffset,
          rank,
          out.byteOffset,
          isUpper ? 1 : 0,
          own,
        ])
      }),

    unitRows(dense, rows, width) {
      parallel('unitRows', rows, 1024, [dense.byteOffset, width])
    },

    similar: ({ starts, indices, values, columns }, rows, { ids, count, order }, out) =>
      scope(() => {
        const sizes = [count, out.most, out.termCount]
        const args = [...places(starts, indices, values), columns, ...places(rows, order, ids), ...sizes]
        const to = places(out.papers, out.scores, out.terms)
        parallel('similar', rows.length, 64, [...args, ...to, scratch(similarScratch(columns))])
      }),

    edgeWeights(ids, similarity, n, count, used, target, out) {
      parallel('edgeWeights', n, 512, [...places(ids, similarity), count, used, target, out.byteOffset])
    },

    layoutRound: ({ n, starts, neighbours, weights, heaviest }, before, after, { round, rate, seed }) =>
      scope(() => {
        const rounds = [round / heaviest, (round - 1) / heaviest]
        const args = [...places(starts, neighbours, weights, before, after), n, ...rounds, rate, seed ^ scatter(round)]
        parallel('layoutRound', n, 2048, [...args, scratch(272)])
      }),

    columnSums: (dense, rows, width) =>
      scope(() => {
        const shard = partItems(rows)
        const sums = parts(rows, width + 1)
        parallel('columnSums', rows, shard, [dense.byteOffset, width, sums.byteOffset, shard])
        return joinParts(sums, partCount(rows), width + 1)
      }),

    randomNumbers(out, seed) {
      parallel('randomNumbers', out.length, 65_536, [seed, out.byteOffset])
    },

    joinEdges(own, incoming) {
      const { rows: n } = own
      const starts = arena.int32(n + 1)
      const shard = 512
      const heaviest = arena.float32(Math.ceil(n / shard))
      const from = [own, incoming].flatMap((edges) => places(edges.starts, edges.indices, edges.values))
      parallel('joinEdges', n, shard, [...from, starts.byteOffset, 0, 0, 0, shard])
      for (let i = 0; i < n; i++) starts[i + 1] += starts[i]
      const neighbours = arena.bareInt32(starts[n] + 3).subarray(0, starts[n])
      const weights = arena.bareFloat32(starts[n] + 3)
      parallel('joinEdges', n, shard, [...from, ...places(starts, neighbours, weights, heaviest), shard])
      return { n, starts, neighbours, weights, heaviest: heaviest.reduce((most, weight) => Math.max(most, weight), 0) }
    },

    ...createPhraseKernels(arena, parallel, scope),

    ...createSparseClusterKernels(arena, scope, parallel),
    ...createTopicKernels(arena, scope, parallel),
    symmetricEigen: createSymmetricEigen(arena, scope, parallel),
  }
}
