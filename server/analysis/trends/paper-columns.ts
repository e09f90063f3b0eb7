import type { FieldNames } from '../search/field-names.ts'
import type { PaperFacts } from '../text/paper-facts.ts'
import { datesOf } from './dates.ts'
import type { TrapColumns } from './traps.ts'

/** Papers as the search for traps reads them. */
export function columnsOf(papers: readonly PaperFacts[]): TrapColumns {
  return {
    ...datesOf(papers),
    hasAbstract: Uint8Array.from(papers, ({ hasAbstract }) => (hasAbstract ? 1 : 0)),
    venue: namesOf(papers.map(({ venue }) => venue)),
    source: namesOf(papers.map(({ source }) => source)),
  }
}

function namesOf(values: readonly (string | null)[]): FieldNames {
  const numbers = new Map<string, number>()
  const of = Int32Array.from(values, (value) => {
    if (value === null) return -1
    if (!numbers.has(value)) numbers.set(value, numbers.size)
    return numbers.get(value)!
  })
  return { names: [...numbers.keys()], of }
}
