import { create } from 'zustand'

interface Words {
  opened: boolean
  /** A term that the dialog begins a group of synonyms with; null for none. */
  synonymOf: string | null
}

/** Whether the dialog of ignored words and synonyms is open: gone with the page, never in a link. */
export const useWords = create<Words>()(() => ({ opened: false, synonymOf: null }))

/** Opens the dialog, with the beginning of a group where a term is given. */
export function openWords(synonymOf: string | null = null): void {
  useWords.setState({ opened: true, synonymOf })
}

export function closeWords(): void {
  useWords.setState({ opened: false, synonymOf: null })
}
