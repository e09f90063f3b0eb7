import { adjustedRandIndex, meanAgreement } from '../../server/analysis/topics/agreement.ts'
import type { Corpus } from '../../server/analysis/text/corpus.ts'
import { topicCoherence } from './metrics/coherence.ts'
import { topicDiversity } from './metrics/diversity.ts'
import { figureOf, type Figure } from './metrics/figure.ts'
import { labelUniqueness } from './metrics/label-uniqueness.ts'
import { matchedAccuracy } from './metrics/matched-accuracy.ts'
import { normalizedMutualInformation } from './metrics/mutual-information.ts'
import { wordDocuments } from './metrics/word-documents.ts'
import type { TopicRun } from './topic-run.ts'

/** The figures of one method on one set; null where the set or the method cannot give one. */
export interface MethodFigures {
  method: string
  topics: Figure
  nmi: Figure | null
  ari: Figure | null
  accuracy: Figure | null
  coherence: Figure | null
  diversity: Figure | null
  uniqueLabels: Figure | null
  /** Mean pairwise adjusted Rand index of the final assignments of all seeds. */
  agreement: number | null
  /** The same as each run estimates it by itself. */
  ownEstimate: Figure | null
}

/**
 * Judges the runs of one method, one a seed. Miscellaneous counts as one more cluster. `classes`: paper → label 0…, −1 for none; papers
 * without one take no part in what labels judge, and where no paper has one those figures are null.
 */
export function measureMethod(
  method: string,
  runs: readonly TopicRun[],
  { classes, corpus }: { classes: Int32Array; corpus: Corpus },
): MethodFigures {
  const labelled = Int32Array.from(classes.keys()).filter((paper) => classes[paper] >= 0)
  const truth = labelled.map((paper) => classes[paper])
  const clusters = runs.map(({ assignment, k }) => assignment.map((topic) => (topic < 0 ? k : topic)))
  const words = new Set(runs.flatMap((run) => run.words.flat()))
  const documents = wordDocuments(corpus, words)
  const each = (judge: (run: TopicRun, i: number) => number | null): Figure | null => figureOf(runs.map(judge))
  const byLabels = (judge: (truth: Int32Array, found: Int32Array) => number): Figure | null =>
    labelled.length === 0
      ? null
      : each((_, i) =>
          judge(
            truth,
            labelled.map((paper) => clusters[i][paper]),
          ),
        )
  return {
    method,
    topics: each(({ k }) => k)!,
    nmi: byLabels(normalizedMutualInformation),
    ari: byLabels(adjustedRandIndex),
    accuracy: byLabels(matchedAccuracy),
    coherence: each((run) => topicCoherence(run.words, documents, corpus.n)),
    diversity: each((run) => topicDiversity(run.words)),
    uniqueLabels: each((run) => labelUniqueness(run.labels)),
    agreement: meanAgreement(clusters),
    ownEstimate: each((run) => run.ownEstimate),
  }
}
