import type { PageRequest } from './page.ts'
import type { PaperOrder } from './paper-order.ts'

/** Which papers of a collection, in which order. */
export interface PapersRequest extends PageRequest {
  collectionId: string
  sort: PaperOrder
  /** The analysis that `topic`, the score and the assignments refer to; null for none. */
  analysisId: string | null
  topic?: number | undefined
  /** Names of periods (`2024`, `2024-Q4`, `2024-11-21`), both included; a paper passes when all days its date may mean do. */
  from?: string | undefined
  to?: string | undefined
  /** Only these papers; undefined for all. */
  ids?: readonly string[] | undefined
}
