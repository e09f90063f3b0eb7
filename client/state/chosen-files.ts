import { create } from 'zustand'

interface ChosenFiles {
  /** The collection they are for; null for a new one. */
  collectionId: string | null
  files: readonly File[]
}

/** Files that were dropped (on any screen) or picked, and wait on the import screen. */
export const useChosenFiles = create<ChosenFiles>()(() => ({ collectionId: null, files: [] }))

/** The files that wait for a collection. */
export function filesFor(state: ChosenFiles, collectionId: string | null): readonly File[] {
  return state.collectionId === collectionId ? state.files : none
}

export function addFiles(collectionId: string | null, files: readonly File[]): void {
  useChosenFiles.setState((state) => ({ collectionId, files: [...filesFor(state, collectionId), ...files] }))
}

export function removeFile(file: File): void {
  useChosenFiles.setState((state) => ({ files: state.files.filter((other) => other !== file) }))
}

export function clearFiles(): void {
  useChosenFiles.setState({ files: none })
}

const none: readonly File[] = []
