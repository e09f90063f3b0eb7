import { useMemo } from 'react'
import type { TrendField } from '../../shared/trend.ts'
import type { TrendAsk } from '../api/trends.ts'
import { useLink } from '../state/link.ts'

/** What the link asks the server to count: its phrases, each once, and how. */
export function useTrendAsk(analysis: string): TrendAsk {
  const [{ query, bin, fields, within }] = useLink()
  return useMemo(
    () => ({
      queries: [...new Set(query.map((text) => text.trim()).filter((text) => text !== ''))],
      bin,
      fields: fields === 'auto' ? null : (fields.split(',') as TrendField[]),
      within,
      analysis,
    }),
    [query, bin, fields, within, analysis],
  )
}
