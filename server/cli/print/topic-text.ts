import type { ContrastTerm } from '../../../shared/contrast.ts'
import type { VotedTopics } from '../../../shared/topic.ts'
import type { TopicDetail } from '../../../shared/topic-detail.ts'
import { stabilityBadge } from '../../../shared/topic-text.ts'
import { table } from './table.ts'
import { count, percent, plain, plural } from './words.ts'

/** Topics, one a line; with the votes of the median paper where papers have votes. */
export function topicsText(topics: VotedTopics['items']): string {
  const voted = topics.some(({ votes }) => votes !== null)
  const columns = [
    { head: '#', right: true },
    { head: 'topic', most: 36 },
    { head: 'papers', right: true },
    { head: 'share', right: true },
    { head: 'stability', right: true },
    { head: 'cohesion', right: true },
    { head: 'uncertain', right: true },
    ...(voted ? [{ head: 'votes', right: true }] : []),
    { head: 'theme', most: 28 },
    { head: 'trend' },
  ]
  const rows = topics.map((topic) => [
    String(topic.id),
    topic.label,
    count(topic.papers),
    percent(topic.share),
    topic.stability === null ? '–' : topic.stability.toFixed(2),
    topic.id === 0 ? '–' : topic.cohesion.toFixed(2),
    count(topic.uncertain),
    ...(voted ? [topic.votes === null ? '–' : count(topic.votes.median)] : []),
    topic.themeLabel,
    topic.verdict,
  ])
  return table(columns, rows)
}

/** One topic and all that stands behind it. */
export function topicText(topic: TopicDetail): string {
  const { id, label, papers, share, themeLabel, verdict, terms, words, nearest, distinguishing } = topic
  const lines = [
    `${id} ${plain(label)}`,
    `${plural(papers, 'paper')}, ${percent(share)} of all · theme ${plain(themeLabel)} · ${verdict}`,
    stabilityBadge(topic),
    '',
    terms.length === 0 ? null : `terms: ${plain(terms.join(', '))}`,
    words.stability,
    words.cohesion,
    words.uncertain,
    topic.votes && `${count(topic.votes.median)} votes for its median paper, ${count(topic.votes.total)} in all`,
  ].filter((line) => line !== null)
  const near = nearest.map((one) => [one.similarity.toFixed(2), String(one.id), one.label, count(one.papers)])
  const standing = topic.representativePapers.map((paper) => [
    paper.assignment === null ? '–' : paper.assignment.score.toFixed(2),
    paper.id,
    paper.title,
  ])
  return [
    `${lines.join('\n')}\n`,
    termsText('more here than in all other papers', distinguishing.rest, 'elsewhere'),
    ...(distinguishing.nearest === null
      ? []
      : [
          termsText(
            `more here than in ${plain(distinguishing.nearest.label)}`,
            distinguishing.nearest.more,
            `in ${distinguishing.nearest.id}`,
          ),
          distinguishing.nearest.less.length === 0
            ? ''
            : `\nmore in ${plain(distinguishing.nearest.label)}: ${plain(distinguishing.nearest.less.map(({ term }) => term).join(', '))}\n`,
        ]),
    near.length === 0
      ? ''
      : `\n${table(
          [
            { head: 'similar', right: true },
            { head: '#', right: true },
            { head: 'nearest topics', most: 44 },
            { head: 'papers', right: true },
          ],
          near,
        )}`,
    standing.length === 0
      ? ''
      : `\n${table(
          [
            { head: 'fit', right: true },
            { head: 'id', most: 30 },
            { head: 'papers that stand for it', most: 80 },
          ],
          standing,
        )}`,
  ].join('')
}

function termsText(head: string, terms: readonly ContrastTerm[], other: string): string {
  if (terms.length === 0) return ''
  return `\n${table(
    [
      { head, most: 50 },
      { head: 'log-odds', right: true },
      { head: 'z', right: true },
      { head: 'papers here', right: true },
      { head: other, right: true },
    ],
    terms.map(({ term, logOdds, z, papersA, papersB }) => [
      term,
      logOdds.toFixed(2),
      z.toFixed(1),
      count(papersA),
      count(papersB),
    ]),
  )}`
}
