import { bibtexEntries } from '../../report/bibtex.ts'
import { ByteFile } from './byte-file.ts'
import { paperLineGroups, wholePaper } from './paper-lines.ts'
import type { ReportSource } from './report-source.ts'

/** Writes `report.bib`, paper by paper as they stand in their file. */
export async function writeBibtex({ frame, placed, papersFile, signal, path }: ReportSource): Promise<void> {
  const entryOf = bibtexEntries(frame)
  await ByteFile.fill(path('bib'), signal, async (file) => {
    let place = 0
    for (const group of paperLineGroups(papersFile)) {
      for (const line of group) file.text(entryOf(wholePaper(line), placed[place++].topicId))
      await file.rest()
    }
  })
}
