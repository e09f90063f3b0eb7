import { QueryClient } from '@tanstack/react-query'
import { ApiError } from './request.ts'

/** Answers are kept for a while; only a server that did not answer is asked again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      retry: (count, error) => count < 2 && error instanceof ApiError && (error.status === 0 || error.status === 503),
    },
  },
})
