/** The kernels of the WebAssembly module; a thread is told which one by its place here. */
export const KERNEL_NAMES = [
  'multiply',
  'layOutColumns',
  'gram',
  'rotate',
  'layOutPanels',
  'assign',
  'nearest',
  'sums',
  'smooth',
  'topicSums',
  'logProbabilities',
  'respond',
  'company',
  'similar',
  'layoutRound',
  'edgeWeights',
  'countColumns',
  'scatterColumns',
  'unitRows',
  'countForms',
  'countMarked',
  'renumber',
  'joinWords',
  'spreadWords',
  'findMarked',
  'findBegins',
  'findLongForms',
  'numberWritings',
  'stretches',
  'compact',
  'countDocuments',
  'countEntries',
  'fillEntries',
  'weigh',
  'clusterRuns',
  'columnSums',
  'placeCentred',
  'unitVectors',
  'randomNumbers',
  'along',
  'joinEdges',
  'packColumns',
  'weighCounts',
  'countWords',
  'countGramHashes',
  'joinGramHashes',
  'countGrams',
  'joinGrams',
  'phraseRows',
  'countRows',
  'shortlists',
  'phrasePlaces',
  'formUses',
  'describePlaces',
  'wholeValues',
  'assignRows',
  'moveSums',
  'sumScales',
  'placeStrips',
  'normalProduct',
  'randomMixture',
  'joinProducts',
  'panelProducts',
  'mixPanels',
] as const

export type KernelName = (typeof KERNEL_NAMES)[number]

/**
 * Runs a kernel over items 0…items−1, a shard of `shard` items at a time (the last one shorter), on as many threads as there are, and
 * returns when all is done. A kernel is called with the first and the last item of a shard, the number of the thread, and `args`.
 */
export interface Parallel {
  (kernel: KernelName, items: number, shard: number, args: readonly number[]): void
  /** Threads that take part, at least 1. */
  readonly threads: number
}
