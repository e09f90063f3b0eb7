import { createRoute, z } from '@hono/zod-openapi'
import { Job } from '../../../shared/job.ts'
import { errors, json } from '../answers.ts'
import type { ApiDeps } from '../deps.ts'
import { jobEvents } from '../job-events.ts'
import { subApp } from '../sub-app.ts'
import { JobParams } from '../wire.ts'

const tags = ['jobs']
const request = { params: JobParams }

const read = createRoute({
  method: 'get',
  path: '/{id}',
  tags,
  summary: 'One job',
  request,
  responses: { 200: json('The job', Job), ...errors(404) },
})
const cancel = createRoute({
  method: 'delete',
  path: '/{id}',
  tags,
  summary: 'Cancel a job; the earlier analysis stays as it was. A finished job stays as it is',
  request,
  responses: { 202: json('The job', Job), ...errors(404) },
})
const events = createRoute({
  method: 'get',
  path: '/{id}/events',
  tags,
  summary: 'Progress as server-sent events: `event: job`, an id, and the job as data; ends after a final state',
  request: {
    params: JobParams,
    headers: z.object({
      'last-event-id': z.string().max(40).optional().meta({ description: 'resume after this event' }),
    }),
  },
  responses: {
    200: { description: 'A stream of jobs', content: { 'text/event-stream': { schema: { type: 'string' as const } } } },
    ...errors(404),
  },
})

export function jobRoutes({ jobs }: ApiDeps) {
  return subApp()
    .openapi(read, async (c) => c.json(await jobs.job(c.req.valid('param').id), 200))
    .openapi(cancel, async (c) => c.json(await jobs.cancelJob(c.req.valid('param').id), 202))
    .openapi(events, async (c) => {
      const subscription = await jobs.subscribe(c.req.valid('param').id)
      return jobEvents(c, subscription, c.req.valid('header')['last-event-id'])
    })
}
