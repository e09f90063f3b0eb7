import { Collection } from '../../../shared/collection.ts'
import { TidemapError } from '../../../shared/error.ts'
import { PAGE_LIMIT_MAX, pageOf } from '../../../shared/page.ts'
import { callJson, type Backend } from './backend.ts'

const CollectionPage = pageOf(Collection)

/** Every collection, by name. */
export async function allCollections(backend: Backend): Promise<Collection[]> {
  const collections: Collection[] = []
  let cursor: string | null = null
  do {
    const query = new URLSearchParams({ limit: String(PAGE_LIMIT_MAX), ...(cursor === null ? {} : { cursor }) })
    const page: ReturnType<typeof CollectionPage.parse> = await callJson(
      backend,
      `/api/collections?${query.toString()}`,
      CollectionPage,
    )
    collections.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== null)
  return collections
}

/** The collection of a name, else of an id. Throws `not-found`. */
export async function findCollection(backend: Backend, nameOrId: string): Promise<Collection> {
  const found = await lookForCollection(backend, nameOrId)
  if (found) return found
  throw new TidemapError('not-found', `unknown collection: ${nameOrId}`, {
    hint: 'tidemap collections lists them; tidemap import FILE --collection NAME makes one',
  })
}

export async function lookForCollection(backend: Backend, nameOrId: string): Promise<Collection | undefined> {
  const collections = await allCollections(backend)
  const name = nameOrId.trim()
  return collections.find((collection) => collection.name === name) ?? collections.find(({ id }) => id === name)
}

/** The path of a collection's part of the API. */
export function collectionPath(collection: { id: string }, rest = ''): string {
  return `/api/collections/${encodeURIComponent(collection.id)}${rest}`
}

/** Id of the newest analysis. Throws `not-found` where there is none, with the next step. */
export function newestAnalysis(collection: Collection): string {
  if (collection.analysis) return collection.analysis.id
  throw new TidemapError('not-found', `no analysis yet: ${collection.name}`, {
    hint: `tidemap analyze ${quoted(collection.name)}`,
  })
}

function quoted(name: string): string {
  return /^[\w./-]+$/.test(name) ? name : `'${name.replaceAll("'", String.raw`'\''`)}'`
}
