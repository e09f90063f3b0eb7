import { ActionIcon, Popover } from '@mantine/core'
import { IconHelp } from '@tabler/icons-react'
import { QUERY_FIELDS, QUERY_SIGNS, type WordRule } from '../../../shared/query-language.ts'
import classes from './QueryHelp.module.css'

const SAYS: Record<WordRule, { title: string; words: string }> = {
  anywhere: {
    title: 'How to search',
    words: 'Words may stand anywhere in title and abstract; where they stand together comes first.',
  },
  together: {
    title: 'How to write a phrase',
    words:
      'Words that stand next to each other are counted as one phrase. Each line is the share of papers that match.',
  },
}

interface QueryHelpProps {
  /** What words next to each other mean in the field beside it; default `anywhere`. */
  rule?: WordRule
  onTry: (query: string) => void
}

/** What a query may hold, beside its field. An example that is clicked is tried. */
export function QueryHelp({ rule = 'anywhere', onTry }: QueryHelpProps) {
  const { title, words } = SAYS[rule]
  return (
    <Popover width={400} position="bottom-end" withArrow={false} trapFocus>
      <Popover.Target>
        <ActionIcon size={28} aria-label={title} title={title} className={classes.button}>
          <IconHelp size={17} stroke={1.75} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes.help}>
          <h2>{title}</h2>
          <p>{words}</p>
          <Examples list={QUERY_SIGNS} onTry={onTry} />
          <h3>Fields</h3>
          <Examples list={Object.values(QUERY_FIELDS)} onTry={onTry} />
          <p>A minus before a field leaves out what it finds: -year:2020.</p>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

function Examples({
  list,
  onTry,
}: {
  list: readonly { example: string; means: string }[]
  onTry: (query: string) => void
}) {
  return (
    <dl>
      {list.map(({ example, means }) => (
        <div key={example}>
          <dt>
            <button type="button" onClick={() => onTry(example)}>
              {example}
            </button>
          </dt>
          <dd>{means}</dd>
        </div>
      ))}
    </dl>
  )
}
