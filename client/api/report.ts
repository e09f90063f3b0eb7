import { client, part } from './client.ts'
import { request } from './request.ts'

export const REPORT_FORMATS = ['html', 'md', 'csv', 'json', 'bib'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]

/** Where a report is downloaded from. */
export function reportUrl(analysisId: string, format: ReportFormat): string {
  return client.api.analyses[':id'].report.$path({ param: { id: part(analysisId) }, query: { format } })
}

/** The beginning of a report's text, at most about `chars` characters; the rest is not even sent. */
export async function reportStart(
  analysisId: string,
  format: ReportFormat,
  chars: number,
  signal: AbortSignal,
): Promise<{ text: string; whole: boolean }> {
  const response = await request(reportUrl(analysisId, format), { signal })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  if (reader === undefined) return { text: '', whole: true }
  let text = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return { text, whole: true }
    text += value
    if (text.length > chars) {
      await reader.cancel()
      return { text: text.slice(0, chars), whole: false }
    }
  }
}
