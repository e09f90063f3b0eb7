import { createReadStream, rmSync } from 'node:fs'
import { join } from 'node:path'
import { FileSpool } from '../../../server/cli/input/file-spool.ts'
import { spoolFiles } from '../../../server/import/read-files.ts'
import { builtLines } from '../../../server/jobs/import/built-lines.ts'
import type { Stage } from './stage.ts'

/** From packed files to the snapshot that an analysis begins with: formats, dates, names, duplicates. On one thread, as the server imports. */
export const importing: Stage = {
  name: 'import',
  title: 'import',
  on: 'one',
  needs: [],
  start({ files, data }) {
    const [spoolFile, snapshot] = ['import.spool', 'import.jsonl'].map((name) => join(data.path, name))
    return async () => {
      for (const path of [spoolFile, snapshot]) rmSync(path, { force: true })
      const opened = files.map((name) => ({ name, bytes: createReadStream(name, { highWaterMark: 1 << 18 }) }))
      const spool = new FileSpool(spoolFile)
      try {
        const { papers } = await spoolFiles(opened, { asOf: '2030-01-01', skipBad: true, lines: builtLines() }, spool)
        spool.become(snapshot, papers)
        return { figures: () => ({ papers: papers.length }) }
      } finally {
        spool.close()
      }
    }
  },
}
