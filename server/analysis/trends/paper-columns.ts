import type { FieldNames } from '../search/field-names.ts'
import type { PaperFacts } from '../text/paper-facts.ts'
import { datesOf } from './dates.ts'
import type { TrapColumns } from './traps.ts'

/** Papers as the search for traps reads them. Loops over all of them make no lists. */
export function columnsOf(papers: readonly PaperFacts[]): TrapColumns {
  const hasAbstract = new Uint8Array(papers.length)
  for (let paper = 0; paper < papers.length; paper++) hasAbstract[paper] = papers[paper].hasAbstract ? 1 : 0
  return {
    ...datesOf(papers),
    hasAbstract,
    venue: namesOf(papers, 'venue'),
    source: namesOf(papers, 'source'),
  }
}

function namesOf(papers: readonly PaperFacts[], field: 'venue' | 'source'): FieldNames {
  const numbers = new Map<string, number>()
  const of = new Int32Array(papers.length).fill(-1)
  for (let paper = 0; paper < papers.length; paper++) {
    const value = papers[paper][field]
    if (value === null) continue
    let number = numbers.get(value)
    if (number === undefined) numbers.set(value, (number = numbers.size))
    of[paper] = number
  }
  return { names: [...numbers.keys()], of }
}
