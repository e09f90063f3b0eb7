import type { CollectionDetail } from '../../../shared/collection.ts'
import { useAnalysis, useMapColumns } from '../../hooks/use-analysis.ts'
import { useLink } from '../../state/link.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { pairsEndOf } from '../explore/time-bins.ts'
import { TimeBrush } from '../explore/TimeBrush.tsx'
import { MadeBy } from '../parts/MadeBy.tsx'
import { ChartSwitch } from './ChartSwitch.tsx'
import { FlowPanel } from './FlowPanel.tsx'
import { GroupsPanel } from './GroupsPanel.tsx'
import { LinesPanel } from './LinesPanel.tsx'
import { PlanePanel } from './PlanePanel.tsx'
import { PointPapers } from './PointPapers.tsx'
import { QueryChips } from './QueryChips.tsx'
import { TermsPanel } from './TermsPanel.tsx'
import unseen from '../../ui/Unseen.module.css'
import classes from './TrendsView.module.css'

interface TrendsViewProps {
  collection: CollectionDetail
  analysisId: string
}

/** Phrases and topics over time in several views, with the papers behind every point. */
export default function TrendsView({ collection, analysisId }: TrendsViewProps) {
  const { analysis, index, trends, error } = useAnalysis(analysisId)
  const { map } = useMapColumns(analysisId)
  const [link] = useLink()
  if (error !== null) return <ErrorNote error={error} />
  if (!analysis || !index || !trends) return <Waiting />

  const open = link.at !== null
  // A link of another day may name a chart that this analysis cannot fill; each says so itself.
  const brush = map && (link.start === '0' || link.chart !== 'lines') && (
    <div className={classes.brush}>
      <TimeBrush map={map} bin={trends.bin} pairsEnd={pairsEndOf(trends.periods)} mask={null} />
    </div>
  )
  const panel = { collectionId: collection.id, title: collection.name, analysis, index, trends, brush }
  return (
    <div className={classes.trends} data-open={open}>
      <div className={classes.main}>
        <h1 className={unseen.unseen}>Trends</h1>
        <QueryChips />
        <ChartSwitch />
        {link.chart === 'lines' && <LinesPanel {...panel} />}
        {(link.chart === 'stream' || link.chart === 'rank') && <FlowPanel {...panel} kind={link.chart} />}
        {link.chart === 'plane' && <PlanePanel {...panel} />}
        {link.chart === 'terms' && <TermsPanel {...panel} />}
        {link.chart === 'groups' && <GroupsPanel {...panel} />}
        <div className={classes.foot}>
          <MadeBy analysis={analysis} />
        </div>
      </div>
      {open && <PointPapers collectionId={collection.id} analysisId={analysisId} index={index} />}
    </div>
  )
}
