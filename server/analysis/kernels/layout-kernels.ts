import type { Csr } from '../matrix/csr.ts'

/** The kernels that draw the map. */
export interface LayoutKernels {
  /** out = how far each unit vector reaches along two directions (2 × dimensions) beyond a middle: n × 2. */
  along(
    vectors: Int16Array,
    n: number,
    dimensions: number,
    directions: Float32Array,
    middle: readonly [number, number],
    out: Float32Array,
  ): void

  /**
   * How surely each of the first `used` neighbours is one, 0–1: UMAP's weights, whose sum is `target` for each paper by a bandwidth of its own. `ids` (−1 for none),
   * `similarity`: n × count; `out`: n × used.
   */
  edgeWeights(
    ids: Int32Array,
    similarity: Float32Array,
    n: number,
    count: number,
    used: number,
    target: number,
    out: Float32Array,
  ): void

  /** Joins the edges of n papers, compressed rows, with those that come in, their transpose: two that name each other have one of weight a + b − ab. */
  joinEdges(own: Csr, incoming: Csr): LayoutEdges

  /** One round of UMAP's descent: the places `before` (n × 2) become `after`. */
  layoutRound(edges: LayoutEdges, before: Float32Array, after: Float32Array, step: LayoutStep): void
}

/** Edges of n papers in both directions, as compressed rows. */
export interface LayoutEdges {
  n: number
  starts: Int32Array
  /** Numbers of the papers they lead to; in the memory of the kernels three numbers may be read beyond them. */
  neighbours: Int32Array
  /** How often an edge pulls; three numbers more than there are edges. */
  weights: Float32Array
  /** The largest weight, whose edge pulls in every round. */
  heaviest: number
}

export interface LayoutStep {
  /** 1, 2, … */
  round: number
  /** Length of a step, 1 at first, then towards 0. */
  rate: number
  seed: number
}
