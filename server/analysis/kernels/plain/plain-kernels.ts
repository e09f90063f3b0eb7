import type { Kernels } from '../kernels.ts'
import { assign } from './assign.ts'
import { companyRows, companyTimes } from './company.ts'
import { edgeWeights } from './edge-weights.ts'
import { gram } from './gram.ts'
import { plainTokenKernels } from '../../text/plain-token-kernels.ts'
import { plainTermKernels } from '../../matrix/plain-term-kernels.ts'
import { mapHere } from '../../tasks/task.ts'
import { layoutRound } from './layout-round.ts'
import { logStrips } from './log-strips.ts'
import { multiply } from './multiply.ts'
import { nearest } from './nearest.ts'
import { respond } from './respond.ts'
import { symmetricEigen } from '../../math/symmetric-eigen.ts'
import { rotate } from './rotate.ts'
import { rowSums } from './row-sums.ts'
import { scaleColumns } from './scale-columns.ts'
import { similar } from './similar.ts'
import { smooth } from './smooth.ts'
import { sums } from './sums.ts'
import { topicSums } from './topic-sums.ts'
import { selectRows } from '../../matrix/csr.ts'
import { transpose } from '../../matrix/transpose.ts'
import { unitRows } from './unit-rows.ts'
import { along } from './along.ts'
import { clusterRuns } from './cluster-runs.ts'
import { columnSums } from './column-sums.ts'
import { joinEdges } from './join-edges.ts'
import { packColumns } from './pack-columns.ts'
import { placeCentred } from './place-centred.ts'
import { randomNumbers } from './random-numbers.ts'
import { unitVectors } from './unit-vectors.ts'
import { weighCounts } from './weigh-counts.ts'
import { countGrams } from './count-grams.ts'
import { countWords } from './count-words.ts'
import { formUses } from './form-uses.ts'
import { phraseHits } from './phrase-hits.ts'
import { countRows, countWithin, phraseRows } from './phrase-rows.ts'
import { lookAt } from './look-at.ts'
import { scaleRows } from './scale-rows.ts'
import { scoreRows } from './score-rows.ts'
import { shortlists } from './shortlists.ts'
import { assignRows } from './assign-rows.ts'
import { moveSums } from './move-sums.ts'
import { unitStrips } from './unit-strips.ts'
import { voices } from './voices.ts'
import { wholeRows } from './whole-rows.ts'
import { mixPanels } from './mix-panels.ts'
import { normalProduct, randomMixture } from './normal-product.ts'
import { panelProducts } from './panel-products.ts'
import { reasons } from './reasons.ts'
import { stand } from './stand.ts'
import { topicCentroids } from './topic-centroids.ts'

/** The kernels in TypeScript, on one thread: where there is no WebAssembly, and what the others are checked against. */
export const plainKernels: Kernels = {
  ...plainTokenKernels,
  ...plainTermKernels,
  int16: (length) => new Int16Array(length),
  float64: (length) => new Float64Array(length),
  bareFloat32: (length) => new Float32Array(length),
  bareInt16: (length) => new Int16Array(length),
  bareInt32: (length) => new Int32Array(length),
  aside: (_values, work) => work(),
  map: mapHere,
  multiply,
  transpose,
  gram,
  rotate,
  unitRows,
  assign,
  sums,
  nearest,
  smooth,
  topicSums,
  logStrips,
  scaleRows,
  scoreRows,
  voices,
  respond,
  companyRows,
  companyTimes,
  selectRows,
  rowSums,
  scaleColumns,
  similar,
  edgeWeights,
  layoutRound,
  along,
  clusterRuns,
  columnSums,
  joinEdges,
  packColumns,
  placeCentred,
  randomNumbers,
  unitVectors,
  weighCounts,
  reachable: (values) => values,
  countWords,
  countGrams,
  phraseHits,
  phraseRows,
  countRows,
  countWithin,
  shortlists,
  lookAt,
  formUses,
  wholeRows,
  assignRows,
  moveSums,
  unitStrips,
  normalProduct,
  randomMixture,
  panelProducts,
  mixPanels,
  symmetricEigen,
  topicCentroids,
  stand,
  reasons,
}
