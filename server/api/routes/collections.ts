import { createRoute, z } from '@hono/zod-openapi'
import { Collection, CollectionDetail, CollectionName } from '../../../shared/collection.ts'
import { PageQuery, pageOf } from '../../../shared/page.ts'
import { Vocabulary } from '../../../shared/vocabulary.ts'
import { errors, json } from '../answers.ts'
import type { ApiDeps } from '../deps.ts'
import { changeCollection, createCollection, listCollections, readCollection } from '../../store/collections.ts'
import { nowOf } from '../now.ts'
import { subApp } from '../sub-app.ts'
import { CollectionParams } from '../wire.ts'

const tags = ['collections']
const NameBody = z.object({ name: CollectionName }).meta({ id: 'CollectionNameBody' })
const nameBody = { content: { 'application/json': { schema: NameBody } }, required: true }
const CollectionChange = z
  .object({ name: CollectionName, vocabulary: Vocabulary })
  .partial()
  .strict()
  .refine(
    ({ name, vocabulary }) => name !== undefined || vocabulary !== undefined,
    'nothing to change: give name or vocabulary',
  )
  .meta({ id: 'CollectionChange' })
const changeBody = { content: { 'application/json': { schema: CollectionChange } }, required: true }

const list = createRoute({
  method: 'get',
  path: '/',
  tags,
  summary: 'All collections, by name',
  request: { query: PageQuery },
  responses: { 200: json('A page of collections', pageOf(Collection).meta({ id: 'CollectionPage' })), ...errors(400) },
})
const create = createRoute({
  method: 'post',
  path: '/',
  tags,
  summary: 'Make an empty collection; names are unique',
  request: { body: nameBody },
  responses: { 201: json('The collection', Collection), ...errors(400, 409, 507) },
})
const read = createRoute({
  method: 'get',
  path: '/{id}',
  tags,
  summary: 'One collection with its imports',
  request: { params: CollectionParams },
  responses: { 200: json('The collection', CollectionDetail), ...errors(404) },
})
const change = createRoute({
  method: 'patch',
  path: '/{id}',
  tags,
  summary: 'Rename a collection, or replace its vocabulary: the words it ignores, and its synonyms',
  request: { params: CollectionParams, body: changeBody },
  responses: { 200: json('The collection', CollectionDetail), ...errors(400, 404, 409, 507) },
})
const remove = createRoute({
  method: 'delete',
  path: '/{id}',
  tags,
  summary: 'Delete a collection with its papers and analyses; a job of it is cancelled first',
  request: { params: CollectionParams },
  responses: { 204: { description: 'It is gone' }, ...errors(404, 507) },
})

export function collectionRoutes(deps: ApiDeps) {
  const { store, jobs } = deps
  return subApp()
    .openapi(list, async (c) => c.json(await listCollections(store, c.req.valid('query')), 200))
    .openapi(create, async (c) => {
      const collection = await createCollection(store, c.req.valid('json').name, nowOf(deps))
      c.header('location', `/api/collections/${collection.id}`)
      return c.json(collection, 201)
    })
    .openapi(read, async (c) => c.json(await readCollection(store, c.req.valid('param').id), 200))
    .openapi(change, async (c) =>
      c.json(await changeCollection(store, c.req.valid('param').id, c.req.valid('json'), nowOf(deps)), 200),
    )
    .openapi(remove, async (c) => {
      await jobs.deleteCollection(c.req.valid('param').id)
      return c.body(null, 204)
    })
}
