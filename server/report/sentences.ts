import { formatDateRange, formatInstant, plural } from '../../shared/format.ts'
import { howChosen } from '../../shared/topic-counts-text.ts'
import type { ReportFrame, ReportTopic } from '../../shared/report.ts'
import { MISCELLANEOUS } from '../../shared/topic.ts'

/** What the report is about: `39 papers, 2016 – 15 Dec 2020, in 8 topics and 3 themes.` */
export function openingSentence({ collection, topics, themes, uncertain }: ReportFrame): string {
  const named = namedTopics({ topics })
  const dates = collection.from === null ? 'without dates' : formatDateRange(collection.from, collection.to)
  const grouped = themes.length > 1 ? ` and ${plural(themes.length, 'theme')}` : ''
  const between =
    uncertain.length === 0
      ? ''
      : ` ${plural(uncertain.length, 'paper')} ${uncertain.length === 1 ? 'lies' : 'lie'} between two topics.`
  return `${plural(collection.papers, 'paper')}, ${dates}, in ${plural(named.length, 'topic')}${grouped}.${between}`
}

/** The topics but for Miscellaneous. */
export function namedTopics({ topics }: Pick<ReportFrame, 'topics'>): readonly ReportTopic[] {
  return topics.filter((topic) => topic.id !== MISCELLANEOUS)
}

/** The options, seed, date and version that made a result, one line. */
export function provenanceLine({ provenance, topics }: ReportFrame): string {
  const { options, seed, createdAt, version } = provenance
  const count = namedTopics({ topics }).length
  const asked =
    typeof options.topics === 'number'
      ? `${plural(options.topics, 'topic')} ${howChosen(options.topics)}`
      : `${plural(count, 'topic')}, ${howChosen(options.topics)}`
  return `${asked}; seed ${seed}; ${formatInstant(createdAt)}; Tidemap ${version}`
}
