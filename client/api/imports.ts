import type { ImportRecord } from '../../shared/collection.ts'
import type { Paper } from '../../shared/paper.ts'
import type { Receipt } from '../../shared/receipt.ts'
import { client, part, until } from './client.ts'

/** One thing to import: a file, or pasted text under a name. */
export interface Incoming {
  name: string
  body: Blob | string
}

export interface ImportChoices {
  skipBad: boolean
}

export interface Preview {
  receipt: Receipt
  /** The first papers, at most five. */
  sample: Paper[]
}

function post(
  collectionId: string,
  { name, body }: Incoming,
  { skipBad }: ImportChoices,
  preview: boolean,
  signal?: AbortSignal,
) {
  const query = { filename: name, preview: flag(preview), skipBad: flag(skipBad) }
  const init = { body, headers: { 'content-type': 'application/octet-stream' } }
  return client.api.collections[':id'].imports.$post(
    { param: { id: part(collectionId) }, query },
    { init: signal === undefined ? init : { ...init, ...until(signal).init } },
  )
}

/** What an import would do, to the last record; stores nothing. `collectionId` null: a collection yet to be made. */
export async function previewImport(
  collectionId: string | null,
  incoming: Incoming,
  choices: ImportChoices,
  signal: AbortSignal,
): Promise<Preview> {
  const response = await post(collectionId ?? 'new', incoming, choices, true, signal)
  return (await response.json()) as Preview
}

/** Imports; resolves once the papers are on disk. */
export async function sendImport(collectionId: string, incoming: Incoming, choices: ImportChoices) {
  const response = await post(collectionId, incoming, choices, false)
  return (await response.json()) as { import: ImportRecord; receipt: Receipt }
}

const flag = (on: boolean): 'true' | 'false' => (on ? 'true' : 'false')
