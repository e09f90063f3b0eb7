import { ActionIcon, Popover } from '@mantine/core'
import { IconHelp } from '@tabler/icons-react'
import { QUERY_FIELDS, QUERY_SIGNS } from '../../../shared/query-language.ts'
import classes from './QueryHelp.module.css'

/** What a search may hold, beside its box. An example that is clicked is tried. */
export function QueryHelp({ onTry }: { onTry: (query: string) => void }) {
  return (
    <Popover width={400} position="bottom-end" withArrow={false} trapFocus>
      <Popover.Target>
        <ActionIcon size={28} aria-label="How to search" title="How to search" className={classes.button}>
          <IconHelp size={17} stroke={1.75} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes.help}>
          <h2>How to search</h2>
          <p>Words may stand anywhere in title and abstract; where they stand together comes first.</p>
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
