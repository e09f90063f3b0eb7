import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ContrastTerm } from '../../../shared/contrast.ts'
import type { Topic } from '../../../shared/topic.ts'
import { topicDetailQuery } from '../../api/topic.ts'
import { compareLink } from '../../state/compared.ts'
import { navigate } from '../../state/route.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Link } from '../../ui/Link.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import classes from './TopicTerms.module.css'

interface TopicTermsProps {
  collectionId: string
  analysisId: string
  topic: Topic
  /** The analysis of the link; null for the newest. */
  linked: string | null
}

/** What sets a topic apart: its terms against all other papers, and against those of its nearest topic. */
export function TopicTerms({ collectionId, analysisId, topic, linked }: TopicTermsProps) {
  const { data, error } = useQuery(topicDetailQuery(analysisId, topic.id))
  const compare = (b: string | null): string =>
    compareLink(collectionId, { a: `topic:${topic.id}`, b, analysis: linked })
  return (
    <section>
      <h2>What sets it apart</h2>
      {error && <ErrorNote error={error} />}
      {data === undefined && error === null && <Waiting />}
      {data && (
        <div className={classes.sides}>
          <TermList head="From all other papers" terms={data.distinguishing.rest} href={compare(null)} />
          {data.distinguishing.nearest && (
            <TermList
              head={<>From {data.distinguishing.nearest.label}, its nearest topic</>}
              terms={data.distinguishing.nearest.more}
              href={compare(`topic:${data.distinguishing.nearest.id}`)}
            />
          )}
        </div>
      )}
    </section>
  )
}

function TermList({ head, terms, href }: { head: ReactNode; terms: readonly ContrastTerm[]; href: string }) {
  const top = Math.max(...terms.map(({ z }) => z), 1)
  return (
    <div>
      <h3>{head}</h3>
      {terms.length === 0 ? (
        <p className={classes.dim}>No term is more often here.</p>
      ) : (
        <ol className={classes.terms}>
          {terms.map(({ term, z, papersA, papersB, logOdds }) => (
            <li
              key={term}
              title={`in ${papersA} papers here and ${papersB} there; log-odds ${logOdds.toFixed(2)}, ${z.toFixed(1)} standard errors`}
            >
              <span>{term}</span>
              <span className={classes.track} aria-hidden>
                <span style={{ width: `${(100 * z) / top}%` }} />
              </span>
              <span className={classes.z}>{z.toFixed(1)}</span>
            </li>
          ))}
        </ol>
      )}
      <Link href={href} onNavigate={navigate} className={classes.more}>
        Compare in full
      </Link>
    </div>
  )
}
