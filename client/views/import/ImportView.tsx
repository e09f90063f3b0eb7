import { Button, Checkbox, FileButton, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { IconFile, IconX } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { formatCount, plural } from '../../../shared/format.ts'
import { collectionQuery } from '../../api/collections.ts'
import type { Incoming } from '../../api/imports.ts'
import { useImport, usePreviews } from '../../hooks/use-import.ts'
import { addFiles, clearFiles, filesFor, removeFile, useChosenFiles } from '../../state/chosen-files.ts'
import { navigate, pathOf } from '../../state/route.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { ReceiptPanel } from './ReceiptPanel.tsx'
import { suggestName } from './suggest-name.ts'
import screen from '../../ui/Screen.module.css'
import classes from './ImportView.module.css'

const PASTED = 'pasted.txt'

/** Papers come in here: pasted, dropped or picked; read first, stored when one says so. */
export default function ImportView({ collectionId }: { collectionId: string | null }) {
  const collection = useQuery({ ...collectionQuery(collectionId ?? ''), enabled: collectionId !== null }).data
  const [text, setText] = useState('')
  const files = useChosenFiles((state) => filesFor(state, collectionId))
  const [typedName, setTypedName] = useState<string | null>(null)
  const [skipBad, setSkipBad] = useState(false)
  const [settled] = useDebouncedValue(text, 300)
  const inputs = useMemo<Incoming[]>(() => {
    const pasted = settled.trim() === '' ? [] : [{ name: PASTED, body: settled }]
    return [...files.map((file) => ({ name: file.name, body: file })), ...pasted]
  }, [files, settled])
  const key = useMemo(() => inputs.map(keyOf).join('|'), [inputs])
  const reading = usePreviews(collectionId, inputs, key, { skipBad })
  const readings = inputs.length === 0 ? [] : (reading.data ?? [])
  const send = useImport()

  const name = typedName ?? suggestName(readings)
  const papers = readings.reduce((sum, one) => sum + (one.preview?.receipt.papers ?? 0), 0)
  const rejected = readings.reduce((sum, one) => sum + (one.preview?.receipt.rejected.length ?? 0), 0)
  const waiting = inputs.length > 0 && (reading.isFetching || settled !== text)
  const failed = readings.some((one) => one.error !== null)
  const ready = !waiting && !failed && papers > 0 && (collectionId !== null || name.trim() !== '')
  const start = () =>
    send.mutate(
      { collectionId, name: name.trim(), inputs, choices: { skipBad } },
      {
        onSuccess: (id) => {
          clearFiles()
          navigate(pathOf({ screen: 'explore', collectionId: id }))
        },
      },
    )

  return (
    <div className={`${screen.screen} ${screen.wide}`}>
      <h1>{collectionId === null ? 'New collection' : `Import into ${collection?.name ?? '…'}`}</h1>
      <div className={classes.columns}>
        <section aria-label="Papers">
          <Textarea
            label="Paste papers"
            description="A Daily Papers page as the browser copies it, CSV, TSV, JSON or JSON Lines"
            placeholder="Select all on the page, copy, paste here"
            rows={14}
            value={text}
            spellCheck={false}
            onChange={(event) => setText(event.currentTarget.value)}
            classNames={{ input: classes.paste }}
          />
          <div className={classes.files}>
            <FileButton multiple onChange={(picked) => addFiles(collectionId, picked)}>
              {(props) => (
                <Button variant="default" {...props}>
                  Choose files
                </Button>
              )}
            </FileButton>
            <span className={screen.dim}>or drop them anywhere; .gz works too</span>
          </div>
          <ul className={classes.picked}>
            {files.map((file, place) => (
              <li key={`${file.name}-${place}`}>
                <IconFile size={16} stroke={1.5} aria-hidden />
                <span>{file.name}</span>
                <button type="button" aria-label={`Remove ${file.name}`} onClick={() => removeFile(file)}>
                  <IconX size={14} aria-hidden />
                </button>
              </li>
            ))}
          </ul>
        </section>
        <section aria-label="What was read" aria-live="polite" className={classes.receipt}>
          {inputs.length === 0 && text === '' && <Foretaste />}
          {waiting && <Waiting label="Reading" />}
          {!waiting && reading.error && <ErrorNote error={reading.error} onRetry={() => void reading.refetch()} />}
          {papers > 0 && !waiting && (
            <p className={classes.lead}>
              <strong>{plural(papers, 'paper')}</strong>, {rejected === 0 ? 'nothing' : formatCount(rejected)} rejected
            </p>
          )}
          {papers > 0 && !waiting && (
            <form
              className={classes.confirm}
              onSubmit={(event) => {
                event.preventDefault()
                if (ready) start()
              }}
            >
              {collectionId === null && (
                <TextInput
                  label="Name"
                  value={name}
                  maxLength={200}
                  onChange={(event) => setTypedName(event.currentTarget.value)}
                />
              )}
              <Button type="submit" disabled={!ready} loading={send.isPending}>
                Import
              </Button>
            </form>
          )}
          {send.error && <ErrorNote error={send.error} />}
          {!waiting &&
            readings.map((one, place) => (
              <ReceiptPanel key={`${one.incoming.name}-${place}`} reading={one} named={readings.length > 1} />
            ))}
          {(failed || skipBad) && !waiting && (
            <Checkbox
              label="Leave out records that cannot be read, and list them"
              checked={skipBad}
              onChange={(event) => setSkipBad(event.currentTarget.checked)}
            />
          )}
        </section>
      </div>
    </div>
  )
}

function Foretaste() {
  return (
    <p className={screen.dim}>
      What was read appears here before anything is stored: how many papers, what was left out and why, which dates were
      worked out.
    </p>
  )
}

function keyOf({ name, body }: Incoming): string {
  if (typeof body !== 'string') return `${name}:${body.size}:${body instanceof File ? body.lastModified : 0}`
  return `${name}:${body.length}:${hash(body)}`
}

/** FNV-1a: tells one pasted text from another of the same length. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value >>> 0
}
