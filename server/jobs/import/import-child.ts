import { mergePapers } from '../../import/identity.ts'
import { readFile } from '../../import/read-file.ts'
import { serveOnce } from '../serve-child.ts'
import type { MergeRequest, ReadRequest } from './importer.ts'
import { mergeRows } from './merge-papers.ts'
import { readPapers } from './read-papers.ts'

// The entry of the process that reads files: `importer.ts` forks it.
serveOnce((message) => {
  const request = message as ReadRequest | MergeRequest
  return request.type === 'read' ? readPapers(request, readFile) : mergeRows(request, mergePapers)
})
