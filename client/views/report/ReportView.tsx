import { Button, Radio } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconDownload } from '@tabler/icons-react'
import type { CollectionDetail } from '../../../shared/collection.ts'
import { formatInstant, plural } from '../../../shared/format.ts'
import { reportStart, reportUrl, type ReportFormat } from '../../api/report.ts'
import { useAnalysis } from '../../hooks/use-analysis.ts'
import { LINK, useLink } from '../../state/link.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { PagePreview } from './PagePreview.tsx'
import { MadeBy } from '../parts/MadeBy.tsx'
import screen from '../../ui/Screen.module.css'
import classes from './ReportView.module.css'

interface ReportViewProps {
  collection: CollectionDetail
  analysisId: string
}

const FORMATS: Record<ReportFormat, { name: string; holds: string }> = {
  html: { name: 'HTML', holds: 'one page to read, print or send: map, trends, every topic with its papers; no script' },
  md: { name: 'Markdown', holds: 'the same text for notes and wikis' },
  csv: { name: 'CSV', holds: 'one row a paper with its topic, for spreadsheets' },
  json: { name: 'JSON', holds: 'everything the report says, for programs' },
  bib: { name: 'BibTeX', holds: 'every paper, for reference managers' },
}
const PREVIEW_CHARS = 30_000

/** The cluster report: choose a form, see what it holds, take it away. */
export default function ReportView({ collection, analysisId }: ReportViewProps) {
  const { analysis, index, error } = useAnalysis(analysisId)
  const [{ format }, setLink] = useLink()
  if (error !== null) return <ErrorNote error={error} />
  if (!analysis || !index) return <Waiting />
  return (
    <div className={classes.report}>
      <section className={classes.choose}>
        <h1>Report</h1>
        <p className={screen.dim}>
          {collection.name}: {plural(analysis.summary.papers, 'paper')} in {plural(index.count, 'topic')}, as of{' '}
          {formatInstant(analysis.createdAt)}.
        </p>
        <Radio.Group
          label="Format"
          value={format}
          onChange={(value) => void setLink({ format: LINK.format.parse(value) })}
          className={classes.formats}
        >
          {(Object.keys(FORMATS) as ReportFormat[]).map((value) => (
            <Radio key={value} value={value} label={FORMATS[value].name} description={FORMATS[value].holds} />
          ))}
        </Radio.Group>
        <Button
          component="a"
          href={reportUrl(analysisId, format)}
          download
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          Download {FORMATS[format].name}
        </Button>
        <MadeBy analysis={analysis} />
      </section>
      <section className={classes.preview} aria-label="Preview">
        {format === 'html' ? (
          <PagePreview collection={collection} analysis={analysis} index={index} />
        ) : (
          <TextPreview key={format} analysisId={analysisId} format={format} />
        )}
      </section>
    </div>
  )
}

function TextPreview({ analysisId, format }: { analysisId: string; format: ReportFormat }) {
  const { data, error } = useQuery({
    queryKey: ['analyses', analysisId, 'report', format],
    queryFn: ({ signal }) => reportStart(analysisId, format, PREVIEW_CHARS, signal),
    staleTime: 60_000,
  })
  if (error !== null) return <ErrorNote error={error} />
  if (data === undefined) return <Waiting />
  return (
    <pre tabIndex={0} role="region" aria-label="Start of the file">
      {data.text}
      {!data.whole && '\n…'}
    </pre>
  )
}
