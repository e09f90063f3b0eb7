import type { Kernels } from '../kernels.ts'
import { assign } from './assign.ts'
import { company } from './company.ts'
import { distances } from './distances.ts'
import { edgeWeights } from './edge-weights.ts'
import { gram } from './gram.ts'
import { plainTokenKernels } from '../../text/plain-token-kernels.ts'
import { plainTermKernels } from '../../matrix/plain-term-kernels.ts'
import { mapHere } from '../../tasks/task.ts'
import { layoutRound } from './layout-round.ts'
import { logProbabilities } from './log-probabilities.ts'
import { multiply } from './multiply.ts'
import { nearest } from './nearest.ts'
import { respond } from './respond.ts'
import { rotate } from './rotate.ts'
import { similar } from './similar.ts'
import { smooth } from './smooth.ts'
import { sums } from './sums.ts'
import { topicSums } from './topic-sums.ts'
import { transpose } from '../../matrix/transpose.ts'
import { unitRows } from './unit-rows.ts'

/** The kernels in TypeScript, on one thread: where there is no WebAssembly, and what the others are checked against. */
export const plainKernels: Kernels = {
  ...plainTokenKernels,
  ...plainTermKernels,
  float64: (length) => new Float64Array(length),
  map: mapHere,
  multiply,
  transpose,
  gram,
  rotate,
  unitRows,
  assign,
  sums,
  distances,
  nearest,
  smooth,
  topicSums,
  logProbabilities,
  respond,
  company,
  similar,
  edgeWeights,
  layoutRound,
}
