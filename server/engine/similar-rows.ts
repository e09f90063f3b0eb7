import type { AnalysisResult } from '../analysis/analyze.ts'
import { SIMILAR_PAPERS, SIMILAR_TERMS } from '../analysis/map/similar-papers.ts'
import { ByteText, TextPool } from './text-pool.ts'

/** Scores are written with four decimals. */
const UNITS = 1e4
const [OPEN, CLOSE, COMMA] = Buffer.from('[],')
const BRACE = '}'.charCodeAt(0)
/** Bytes that stand together: lists are tens of megabytes, and what grows is copied. */
const PIECE = 1 << 20
/** Beyond which a list of similar papers seldom goes. */
const USUAL_LIST = 1 << 14

/** A paper, and its list as JSON in UTF-8. */
export interface SimilarRow {
  paper: number
  json: Uint8Array
}

/** What lists of similar papers are made of, with the signs around them, which are always the same. */
export interface SimilarTexts {
  /** Paper → its id. */
  ids: TextPool
  /** Column → its readable term. */
  names: TextPool
}

/** `ids`: paper → id. */
export function similarTexts(ids: readonly string[], names: readonly string[]): SimilarTexts {
  return {
    ids: new TextPool(ids.map((id) => `{"paperId":${JSON.stringify(id)},"score":`)),
    names: new TextPool(names.map((name) => JSON.stringify(name))),
  }
}

/**
 * Of the papers from…end those that have similar ones, and the list of `SimilarPaper` of each as JSON in UTF-8: what `JSON.stringify` gives, but every id, name and
 * score is written out once, not in thousands of lists.
 */
export function* similarRows(
  { ids, names }: SimilarTexts,
  { papers, scores, terms }: Omit<AnalysisResult['similar'], 'names'>,
  from: number,
  end: number,
): Generator<SimilarRow> {
  const numbers = new TextPool(Array.from({ length: UNITS + 1 }, (_, units) => `${units / UNITS},"terms":[`))
  let text = new ByteText(Math.min(PIECE, (end - from) * USUAL_LIST))
  for (let paper = from; paper < end; paper++) {
    if (text.length > PIECE - USUAL_LIST) text = new ByteText(PIECE)
    const start = text.length
    for (let pair = paper * SIMILAR_PAPERS; pair < (paper + 1) * SIMILAR_PAPERS && papers[pair] >= 0; pair++) {
      text.appendByte(text.length === start ? OPEN : COMMA)
      text.append(ids, papers[pair])
      text.append(numbers, Math.round(Math.max(0, Math.min(1, scores[pair])) * UNITS))
      let isFirst = true
      for (let at = pair * SIMILAR_TERMS; at < (pair + 1) * SIMILAR_TERMS; at++) {
        if (terms[at] < 0) continue
        if (!isFirst) text.appendByte(COMMA)
        text.append(names, terms[at])
        isFirst = false
      }
      text.appendByte(CLOSE)
      text.appendByte(BRACE)
    }
    if (text.length === start) continue
    text.appendByte(CLOSE)
    yield { paper, json: text.view(start, text.length) }
  }
}
