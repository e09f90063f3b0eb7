import { Menu, UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconCheck, IconHistory } from '@tabler/icons-react'
import type { Analysis } from '../../../shared/analysis.ts'
import { formatInstant, plural } from '../../../shared/format.ts'
import { MISCELLANEOUS } from '../../../shared/topic.ts'
import { isEmptyVocabulary } from '../../../shared/vocabulary.ts'
import { analysesQuery } from '../../api/analyses.ts'
import { useLink } from '../../state/link.ts'
import classes from './AnalysisMenu.module.css'

const SHOWN = 12

/** The analyses of a collection, newest first, and the way to each; nothing while there is but one. */
export function AnalysisMenu({ analysis }: { analysis: Analysis }) {
  const { data } = useQuery(analysesQuery(analysis.collectionId))
  const [, setLink] = useLink()
  const analyses = data?.items ?? []
  if (analyses.length < 2) return null
  const show = (id: string): void =>
    void setLink({ analysis: id === analyses[0].id ? null : id, topic: null, paper: null }, { history: 'push' })
  return (
    <Menu width={300} position="top-start">
      <Menu.Target>
        <UnstyledButton className={classes.target}>
          <IconHistory size={14} stroke={1.75} aria-hidden />
          History ({data?.total ?? analyses.length})
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Analyses of this collection, newest first</Menu.Label>
        {analyses.slice(0, SHOWN).map((one) => (
          <Menu.Item
            key={one.id}
            aria-current={one.id === analysis.id ? 'true' : undefined}
            leftSection={<IconCheck size={14} opacity={one.id === analysis.id ? 1 : 0} aria-hidden />}
            onClick={() => show(one.id)}
          >
            <span className={classes.name}>{nameOf(one)}</span>
            <span className={classes.made}>{formatInstant(one.createdAt)}</span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function nameOf({ summary, options }: Analysis): string {
  const topics = summary.topics.filter(({ id }) => id !== MISCELLANEOUS).length
  const parts = [
    plural(topics, 'topic'),
    typeof options.topics === 'number' ? 'as asked' : options.topics,
    `seed ${options.seed}`,
  ]
  return [...parts, ...(isEmptyVocabulary(options.vocabulary) ? [] : ['own words'])].join(' · ')
}
