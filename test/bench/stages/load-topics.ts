import type { DataFolder } from '../measure/data-folder.ts'

/** The topic of every paper of the corpus, from what `topics-50` saved: −1 for those without a term. */
export function loadTopics(data: DataFolder): Int32Array {
  const [papers] = data.int32('papers')
  const topics = data.int32('topics')
  const all = new Int32Array(papers).fill(-1)
  data.int32('rows').forEach((paper, i) => (all[paper] = topics[i]))
  return all
}
