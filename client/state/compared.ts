import { create } from 'zustand'
import { papersSetText } from '../../shared/paper-set.ts'
import { pathOf } from './route.ts'

/** What stands in a link for papers that are too many to be written into it. */
export const SELECTION = 'selection'
/** Characters of ids that a link may hold. */
const LINK_MAX = 1200

/** The papers that were last selected to be compared; they live as long as the page. */
export const useCompared = create<{ ids: readonly string[] }>()(() => ({ ids: [] }))

/** The link text of a selection of papers: their ids, or `selection` where they are too many, which this page remembers. */
export function selectionText(ids: readonly string[]): string {
  const text = papersSetText(ids)
  if (text.length <= LINK_MAX) return text
  useCompared.setState({ ids })
  return SELECTION
}

/** The link to a comparison of two sets; `b` null stands for all other papers. */
export function compareLink(
  collectionId: string,
  { a, b = null, analysis = null }: { a: string; b?: string | null; analysis?: string | null },
): string {
  const query = new URLSearchParams({ a })
  if (b !== null) query.set('b', b)
  if (analysis !== null) query.set('analysis', analysis)
  return `${pathOf({ screen: 'compare', collectionId })}?${query.toString()}`
}
