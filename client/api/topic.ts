import { queryOptions } from '@tanstack/react-query'
import { client, part, read, until } from './client.ts'

/** One topic with all that stands behind it. */
export const topicDetailQuery = (analysisId: string, topicId: number) =>
  queryOptions({
    queryKey: ['analyses', analysisId, 'topics', topicId],
    queryFn: ({ signal }) =>
      read(
        client.api.analyses[':id'].topics[':topicId'].$get(
          { param: { id: part(analysisId), topicId: String(topicId) } },
          until(signal),
        ),
      ),
    // Its terms are compared in the papers as they are now.
    staleTime: 5 * 60_000,
  })
