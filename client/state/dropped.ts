import { create } from 'zustand'

/** Files that were dropped on any screen and wait for the import screen. */
export const useDropped = create<{ files: readonly File[] }>()(() => ({ files: [] }))

export function setDropped(files: readonly File[]): void {
  useDropped.setState({ files })
}
