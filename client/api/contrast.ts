import { queryOptions } from '@tanstack/react-query'
import { REST, type PaperSet } from '../../shared/paper-set.ts'
import { client, part, read, until } from './client.ts'

/** Terms of each side that are asked for. */
const MOST = 25

/** What sets two sets of papers apart. Sets are sent as a body, which may be as long as they are. */
export const contrastQuery = (analysisId: string, a: PaperSet | null, b: PaperSet | null) =>
  queryOptions({
    queryKey: ['analyses', analysisId, 'contrast', a, b],
    queryFn: ({ signal }) =>
      read(
        client.api.analyses[':id'].contrast.$post(
          { param: { id: part(analysisId) }, json: { a: a ?? REST, b: b ?? REST, limit: MOST } },
          until(signal),
        ),
      ),
    enabled: a !== null,
    staleTime: 5 * 60_000,
  })
