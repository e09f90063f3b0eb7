import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { createCollection, deleteCollection, startAnalysis } from '../api/collections.ts'
import { previewImport, sendImport, type ImportChoices, type Incoming, type Preview } from '../api/imports.ts'
import { ApiError } from '../api/request.ts'

/** What was read of one input: its preview, or why it was refused. */
export interface Reading {
  incoming: Incoming
  preview: Preview | null
  error: ApiError | null
}

/** Reads every input without storing anything. `key` changes with the inputs. */
export function usePreviews(
  collectionId: string | null,
  inputs: readonly Incoming[],
  key: string,
  choices: ImportChoices,
) {
  return useQuery({
    queryKey: ['preview', collectionId, key, choices],
    enabled: inputs.length > 0,
    gcTime: 0,
    retry: false,
    queryFn: async ({ signal }): Promise<Reading[]> => {
      const readings: Reading[] = []
      for (const incoming of inputs) {
        try {
          const preview = await previewImport(collectionId, incoming, choices, signal)
          readings.push({ incoming, preview, error: null })
        } catch (error) {
          if (!(error instanceof ApiError)) throw error
          readings.push({ incoming, preview: null, error })
        }
      }
      return readings
    },
  })
}

export interface ImportAsk {
  /** null: make a collection of this name first. */
  collectionId: string | null
  name: string
  inputs: readonly Incoming[]
  choices: ImportChoices
}

/** Imports every input, then starts an analysis; gives the collection's id. A collection made in vain goes again. */
export function useImport() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ collectionId, name, inputs, choices }: ImportAsk): Promise<string> => {
      const id = collectionId ?? (await createCollection(name)).id
      try {
        for (const incoming of inputs) await sendImport(id, incoming, choices)
      } catch (error) {
        if (collectionId === null) await deleteCollection(id).catch(() => undefined)
        throw error
      }
      await startAnalysis(id).catch((error: unknown) => {
        // One that runs already will do; the papers are safe in any case.
        if (!(error instanceof ApiError && error.status === 409)) throw error
      })
      return id
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['collections'] }),
  })
}
