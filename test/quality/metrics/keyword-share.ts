import { keyOf } from '../../../server/analysis/labels/label-topics.ts'
import type { Paper } from '../../../shared/paper.ts'

/** From so many papers on, a keyword counts only where a second paper has it too. */
const FEW = 200

/** How far the terms of topics are what authors call their work. */
export interface KeywordShare {
  /** Topics whose first term is an author keyword ÷ topics, 0–1. */
  first: number
  /** The topics' first three terms that are author keywords ÷ those terms, 0–1. */
  firstThree: number
}

/**
 * What authors call their work: the keywords of at least two papers (of one, in a collection of fewer than 200), folded to stems as labels
 * are compared.
 */
export function authorKeywords(papers: readonly Pick<Paper, 'keywords'>[]): Set<string> {
  const counts = new Map<string, number>()
  for (const { keywords } of papers) {
    for (const key of new Set((keywords ?? []).map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const least = papers.length < FEW ? 1 : 2
  return new Set([...counts].filter(([, count]) => count >= least).map(([key]) => key))
}

/** The shares of terms that are among the keywords; `terms`: each topic's, best first. Null where no topic has a term. */
export function keywordShare(
  terms: readonly (readonly string[])[],
  keywords: ReadonlySet<string>,
): KeywordShare | null {
  const isKeyword = (term: string): boolean => keywords.has(keyOf(term))
  const three = terms.flatMap((list) => list.slice(0, 3))
  if (three.length === 0) return null
  return {
    first: terms.filter((list) => list.slice(0, 1).some(isKeyword)).length / terms.length,
    firstThree: three.filter(isKeyword).length / three.length,
  }
}
