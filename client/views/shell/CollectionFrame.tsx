import { Button, Group } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { CollectionDetail } from '../../../shared/collection.ts'
import { plural } from '../../../shared/format.ts'
import { sameVocabulary } from '../../../shared/vocabulary.ts'
import { analysisQuery } from '../../api/analyses.ts'
import { collectionQuery, useCollectionActions } from '../../api/collections.ts'
import { ApiError } from '../../api/request.ts'
import { useJob } from '../../hooks/use-job.ts'
import { clearFocus } from '../../state/focus.ts'
import { useLink } from '../../state/link.ts'
import { navigate, pathOf, type CollectionScreen as CollectionScreenName, type Route } from '../../state/route.ts'
import { closeWords, openWords, useWords } from '../../state/words.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { JobProgress } from '../parts/JobProgress.tsx'
import { NotFound } from './NotFound.tsx'
import screen from '../../ui/Screen.module.css'
import classes from './CollectionFrame.module.css'

const ExploreView = lazy(() => import('../explore/ExploreView.tsx'))
const TrendsView = lazy(() => import('../trends/TrendsView.tsx'))
const CompareView = lazy(() => import('../compare/CompareView.tsx'))
const PapersView = lazy(() => import('../papers/PapersView.tsx'))
const ReportView = lazy(() => import('../report/ReportView.tsx'))
const TopicView = lazy(() => import('../topic/TopicView.tsx'))
const WordsDialog = lazy(() => import('../parts/WordsDialog.tsx'))

/** A route inside a collection. */
export type CollectionRoute = Extract<Route, { screen: CollectionScreenName | 'topic' }>

/** What every screen of a collection shares: the collection itself, its analysis, or the way to one. */
export function CollectionFrame({ route }: { route: CollectionRoute }) {
  const { collectionId } = route
  const { data: collection, error, refetch } = useQuery(collectionQuery(collectionId))
  const [{ analysis }] = useLink()
  useEffect(() => leaveBehind, [])
  useEffect(() => {
    if (collection === undefined) return
    document.title = `${collection.name} · Tidemap`
    return () => void (document.title = 'Tidemap')
  }, [collection])
  const go = (to: 'explore' | 'trends' | 'papers' | 'report') => () => navigate(pathOf({ screen: to, collectionId }))
  useHotkeys([['e', go('explore')], ['t', go('trends')], ['p', go('papers')], ['r', go('report')]]) // prettier-ignore

  if (error instanceof ApiError && error.status === 404) return <NotFound what={error.message} />
  if (error !== null) {
    return (
      <div className={screen.screen}>
        <ErrorNote error={error} onRetry={() => void refetch()} />
      </div>
    )
  }
  if (collection === undefined) return <Waiting />
  const analysisId = analysis ?? collection.analysis?.id ?? null
  if (analysisId === null) {
    return (
      <>
        <NotAnalysed collection={collection} />
        <Words collection={collection} />
      </>
    )
  }
  return (
    <div className={classes.frame}>
      <Banner collection={collection} analysisId={analysisId} />
      <Words collection={collection} />
      <div className={classes.screen}>
        <CollectionScreen route={route} collection={collection} analysisId={analysisId} />
      </div>
    </div>
  )
}

function leaveBehind(): void {
  clearFocus()
  closeWords()
}

function Words({ collection }: { collection: CollectionDetail }) {
  const { opened, synonymOf } = useWords()
  if (!opened) return null
  return (
    <Suspense fallback={null}>
      <WordsDialog collection={collection} synonymOf={synonymOf} />
    </Suspense>
  )
}

interface ScreenProps {
  route: CollectionRoute
  collection: CollectionDetail
  analysisId: string
}

function CollectionScreen({ route, collection, analysisId }: ScreenProps) {
  switch (route.screen) {
    case 'explore':
      return <ExploreView key={analysisId} collection={collection} analysisId={analysisId} />
    case 'trends':
      return <TrendsView collection={collection} analysisId={analysisId} />
    case 'compare':
      return <CompareView collection={collection} analysisId={analysisId} />
    case 'papers':
      return <PapersView collection={collection} analysisId={analysisId} />
    case 'report':
      return <ReportView collection={collection} analysisId={analysisId} />
    case 'topic':
      return <TopicView collection={collection} analysisId={analysisId} topicId={route.topicId} />
  }
}

function NotAnalysed({ collection }: { collection: CollectionDetail }) {
  const { analyse } = useCollectionActions()
  // The collection forgets its job when it ends; what went wrong must stay on the screen.
  const [jobId, setJobId] = useState(collection.jobId)
  if (collection.jobId !== null && collection.jobId !== jobId) setJobId(collection.jobId)
  const job = useJob(jobId)
  if (collection.jobId !== null) {
    return (
      <div className={classes.centre}>
        <JobProgress jobId={collection.jobId} title={`Analysing ${plural(collection.papers, 'paper')}`} />
      </div>
    )
  }
  const empty = collection.papers === 0
  return (
    <div className={classes.centre}>
      <h1>{empty ? 'No papers yet' : 'Not analysed yet'}</h1>
      <p className={screen.dim}>
        {empty
          ? 'Paste a page, or drop a file with titles and abstracts.'
          : `${plural(collection.papers, 'paper')} are here. An analysis finds their topics, draws the map and follows trends.`}
      </p>
      {job?.error && <ErrorNote error={job.error} />}
      {analyse.error && <ErrorNote error={analyse.error} />}
      {empty ? (
        <Button onClick={() => navigate(pathOf({ screen: 'import', collectionId: collection.id }))}>
          Import papers
        </Button>
      ) : (
        <Group>
          <Button loading={analyse.isPending} onClick={() => analyse.mutate({ id: collection.id })}>
            Analyse
          </Button>
          <Button variant="default" onClick={() => openWords()}>
            Ignored words and synonyms
          </Button>
        </Group>
      )}
    </div>
  )
}

/** A thin line above the screen: a run under way, or papers and words that the analysis has not seen. */
function Banner({ collection, analysisId }: { collection: CollectionDetail; analysisId: string }) {
  const { analyse } = useCollectionActions()
  const made = useQuery(analysisQuery(analysisId)).data
  const [{ analysis }, setLink] = useLink()
  if (collection.jobId !== null) return <JobProgress jobId={collection.jobId} title="Analysing anew" slim />
  if (analysis !== null && analysis !== collection.analysis?.id) {
    return (
      <div className={classes.banner}>
        <span>This is an earlier analysis.</span>
        <button type="button" onClick={() => void setLink({ analysis: null })}>
          Show the newest
        </button>
      </div>
    )
  }
  const otherPapers = collection.analysis?.stale === true
  const otherWords = made !== undefined && !sameVocabulary(made.options.vocabulary, collection.vocabulary)
  if (!otherPapers && !otherWords) return null
  return (
    <div className={classes.banner}>
      <span>
        {otherPapers && 'Papers came or went since this analysis. '}
        {otherWords && 'This analysis was made with other words than those saved.'}
      </span>
      {otherWords && (
        <button type="button" onClick={() => openWords()}>
          Show the words
        </button>
      )}
      <button type="button" disabled={analyse.isPending} onClick={() => analyse.mutate({ id: collection.id })}>
        Analyse again
      </button>
    </div>
  )
}
