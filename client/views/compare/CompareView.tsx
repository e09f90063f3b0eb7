import { ActionIcon } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconArrowsLeftRight } from '@tabler/icons-react'
import type { CollectionDetail } from '../../../shared/collection.ts'
import { REST, type PaperSet } from '../../../shared/paper-set.ts'
import { contrastQuery } from '../../api/contrast.ts'
import { useAnalysis } from '../../hooks/use-analysis.ts'
import { SELECTION, useCompared } from '../../state/compared.ts'
import { useLink } from '../../state/link.ts'
import { pathOf } from '../../state/route.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Notes } from '../../ui/Notes.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { MadeBy } from '../parts/MadeBy.tsx'
import screen from '../../ui/Screen.module.css'
import { TakeAway } from '../parts/TakeAway.tsx'
import { ContrastBars } from './ContrastBars.tsx'
import { contrastCsv, contrastJson } from './contrast-files.ts'
import { SetChooser } from './SetChooser.tsx'
import { suggestions } from './suggestions.ts'
import classes from './CompareView.module.css'

interface CompareViewProps {
  collection: CollectionDetail
  analysisId: string
}

/** Any two sets of papers side by side: the terms that each has more of. */
export default function CompareView({ collection, analysisId }: CompareViewProps) {
  const { analysis, index, trends, error } = useAnalysis(analysisId)
  const [link, setLink] = useLink()
  const selection = useCompared((state) => state.ids)
  const [a, b] = [link.a, link.b ?? REST]
  const set = (text: string | null): PaperSet | null => (text === SELECTION ? { papers: [...selection] } : text)
  const isLost = [a, b].includes(SELECTION) && selection.length === 0
  const { data, error: refusal, isFetching } = useQuery(contrastQuery(analysisId, isLost ? null : set(a), set(b)))
  if (error !== null) return <ErrorNote error={error} />
  if (!analysis || !index || !trends) return <Waiting />
  const periods = trends.periods.map(({ period }) => period)
  const change = (next: { a?: string | null; b?: string | null }): void => void setLink(next, { history: 'push' })
  return (
    <div className={classes.frame}>
      <div className={`${screen.screen} ${screen.wide}`}>
        <div className={screen.head}>
          <h1>Compare</h1>
          {data && (
            <TakeAway
              csv={() => contrastCsv(data)}
              json={() => contrastJson(data)}
              title={`${data.a.label} against ${data.b.label}`}
            />
          )}
        </div>
        <div className={classes.choosers}>
          <SetChooser
            label="First set"
            value={a}
            periods={periods}
            index={index}
            onChange={(value) => change({ a: value })}
          />
          <ActionIcon
            aria-label="Swap the two sets"
            title="Swap"
            disabled={a === null}
            className={classes.swap}
            onClick={() => change({ a: b, b: a })}
          >
            <IconArrowsLeftRight size={18} stroke={1.75} />
          </ActionIcon>
          <SetChooser
            label="Second set"
            value={b}
            periods={periods}
            index={index}
            onChange={(value) => change({ b: value })}
          />
        </div>
        {a === null && (
          <div className={classes.empty}>
            <p>Choose two sets of papers, and see the words that set them apart. For example:</p>
            <ul>
              {suggestions(index, trends.periods).map(({ label, ...sets }) => (
                <li key={label}>
                  <button type="button" onClick={() => change(sets)}>
                    {label}
                  </button>
                </li>
              ))}
            </ul>
          </div>
        )}
        {isLost && (
          <ErrorNote
            error={{
              message: 'the selection was made in another window, or before the page was loaded anew',
              hint: 'select papers on the map again, then compare them',
            }}
          />
        )}
        {refusal !== null && (
          <div className={classes.failure}>
            <ErrorNote error={refusal} />
          </div>
        )}
        {a !== null && !isLost && data === undefined && refusal === null && <Waiting />}
        {data && refusal === null && (
          <div data-pending={isFetching} className={classes.result}>
            <Notes notes={data.notes} />
            <ContrastBars
              contrast={data}
              linkOf={(term) =>
                `${pathOf({ screen: 'papers', collectionId: collection.id })}?q=${encodeURIComponent(term)}`
              }
            />
            <p className={classes.legend}>
              Bars show log-odds (how much more often a term is in one set), lines their 95% intervals; pale bars may be
              chance. Percentages are papers of each set that hold the term.
            </p>
          </div>
        )}
        <MadeBy analysis={analysis} />
      </div>
    </div>
  )
}
