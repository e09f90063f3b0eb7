import type { AnalysisResult } from '../analysis/analyze.ts'
import { SIMILAR_PAPERS, SIMILAR_TERMS } from '../analysis/map/similar-papers.ts'
import { ByteText, TextPool } from './text-pool.ts'

/** Scores are written with four decimals. */
const UNITS = 1e4
/** What stands between ids, scores and terms. */
const SIGNS = new TextPool(['[{"paperId":', ',{"paperId":', ',"score":', ',"terms":[', ',', ']}', ']'])
const [FIRST, NEXT, SCORE, TERMS, COMMA, END_PAIR, END] = Array.from(SIGNS.starts.keys())

/**
 * The papers that have similar ones, and the list of `SimilarPaper` of each as JSON in UTF-8: what `JSON.stringify` gives, but every id, name and
 * score is written out once, not in thousands of lists. `ids`: paper → id.
 */
export function similarRows(
  ids: readonly string[],
  { papers, scores, terms, names }: AnalysisResult['similar'],
): { paper: number; json: Uint8Array }[] {
  const quotedIds = new TextPool(ids.map((id) => JSON.stringify(id)))
  const quotedNames = new TextPool(names.map((name) => JSON.stringify(name)))
  const numbers = new TextPool(Array.from({ length: UNITS + 1 }, (_, units) => String(units / UNITS)))
  const text = new ByteText()
  const found: { paper: number; start: number; end: number }[] = []
  for (let paper = 0; paper < ids.length; paper++) {
    const start = text.length
    for (let pair = paper * SIMILAR_PAPERS; pair < (paper + 1) * SIMILAR_PAPERS && papers[pair] >= 0; pair++) {
      text.append(SIGNS, text.length === start ? FIRST : NEXT)
      text.append(quotedIds, papers[pair])
      text.append(SIGNS, SCORE)
      text.append(numbers, Math.round(Math.max(0, Math.min(1, scores[pair])) * UNITS))
      text.append(SIGNS, TERMS)
      let isFirst = true
      for (let at = pair * SIMILAR_TERMS; at < (pair + 1) * SIMILAR_TERMS; at++) {
        if (terms[at] < 0) continue
        if (!isFirst) text.append(SIGNS, COMMA)
        text.append(quotedNames, terms[at])
        isFirst = false
      }
      text.append(SIGNS, END_PAIR)
    }
    if (text.length === start) continue
    text.append(SIGNS, END)
    found.push({ paper, start, end: text.length })
  }
  return found.map(({ paper, start, end }) => ({ paper, json: text.view(start, end) }))
}
