import type { ImportRecord } from '../../shared/collection.ts'
import type { Paper } from '../../shared/paper.ts'
import type { Receipt } from '../../shared/receipt.ts'
import { request, withQuery } from './request.ts'

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

function importPath(collectionId: string | null, { name }: Incoming, { skipBad }: ImportChoices, preview: boolean) {
  return withQuery(`/api/collections/${encodeURIComponent(collectionId ?? 'new')}/imports`, {
    filename: name,
    preview,
    skipBad: skipBad || undefined,
  })
}

/** What an import would do, to the last record; stores nothing. `collectionId` null: a collection yet to be made. */
export async function previewImport(
  collectionId: string | null,
  incoming: Incoming,
  choices: ImportChoices,
  signal: AbortSignal,
): Promise<Preview> {
  const path = importPath(collectionId, incoming, choices, true)
  const response = await request(path, { method: 'POST', body: incoming.body, headers: bytes, signal })
  return (await response.json()) as Preview
}

/** Imports; resolves once the papers are on disk. */
export async function sendImport(collectionId: string, incoming: Incoming, choices: ImportChoices) {
  const path = importPath(collectionId, incoming, choices, false)
  const response = await request(path, { method: 'POST', body: incoming.body, headers: bytes })
  return (await response.json()) as { import: ImportRecord; receipt: Receipt }
}

const bytes = { 'content-type': 'application/octet-stream' }
