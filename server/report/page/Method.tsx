import type { ReactElement } from 'react'
import { TOPIC_CHOICES } from '../../../shared/analysis.ts'
import { CountChart } from '../../../shared/charts/CountChart.tsx'
import { topicAccent } from '../../../shared/charts/palette.ts'
import { formatCount, formatInstant, plural } from '../../../shared/format.ts'
import type { ReportImport, ReportFrame } from '../../../shared/report.ts'
import { countsAndTopicsText } from '../../../shared/topic-counts-text.ts'
import { vocabularyRows } from '../../../shared/vocabulary-text.ts'
import { namedTopics } from '../sentences.ts'

/** How it was made: enough to make it again, and what the words mean. */
export function Method({ model }: { model: ReportFrame }): ReactElement {
  const { provenance, facts } = model
  const { options } = provenance
  const rows: [string, string][] = [
    [
      'Topics',
      typeof options.topics === 'number'
        ? `${options.topics}, as asked`
        : `${options.topics}: ${TOPIC_CHOICES[options.topics].means}`,
    ],
    ...(facts.topicCounts.length > 0
      ? [
          [
            'Numbers tried, with their stability',
            countsAndTopicsText(facts.topicCounts, namedTopics(model).length),
          ] as [string, string],
        ]
      : []),
    ['Seed', String(provenance.seed)],
    ...(provenance.agreementBetweenSeeds === null
      ? []
      : [
          [
            'Agreement between seeds',
            `${provenance.agreementBetweenSeeds.toFixed(2)} (adjusted Rand index, 1 is the same)`,
          ] as [string, string],
        ]),
    ...vocabularyRows(options.vocabulary),
    ['Distinct terms', formatCount(facts.terms)],
    ['Papers without a usable term', formatCount(facts.withoutTerms)],
    [
      'Dated papers',
      `${formatCount(facts.dated)}; ${formatCount(facts.undated)} without a date, ${formatCount(facts.coarse)} too coarse for the ${facts.bin}`,
    ],
    ['Made', `${formatInstant(provenance.createdAt)}, Tidemap ${provenance.version}`],
    ['Analysis', provenance.analysisId],
    ['Result hash', provenance.resultHash],
  ]
  return (
    <section id="method" aria-labelledby="method-name">
      <h2 id="method-name">How this was made</h2>
      <dl className="facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {facts.topicCounts.length > 1 && (
        <figure className="counts">
          <CountChart counts={facts.topicCounts} color={topicAccent(1)} width={480} height={120} fontSize={12} />
          <figcaption>
            Stability of each number of topics that was tried: how much two runs agree, from 0 (by chance) to 1. The
            full disc was used; the rings are what a run with fewer or more topics would take.
          </figcaption>
        </figure>
      )}
      {model.imports.length > 0 && <Imports imports={model.imports} />}
      <h3>What the words mean</h3>
      <dl className="words">
        <div>
          <dt>Score</dt>
          <dd>Cosine of a paper’s weighted terms to the middle of its topic, 0 to 1.</dd>
        </div>
        <div>
          <dt>Uncertain</dt>
          <dd>The two nearest topics of a paper are too close to call.</dd>
        </div>
        <div>
          <dt>Stability</dt>
          <dd>How much of a topic stays together when the analysis is repeated with other seeds.</dd>
        </div>
        <div>
          <dt>Share</dt>
          <dd>Papers of a topic divided by all papers of the same period; the band is its 95% interval (Jeffreys).</dd>
        </div>
        <div>
          <dt>Trend</dt>
          <dd>
            Emerging and declining are tested over all complete periods, with a false-discovery rate of 5%; peaked rose
            and fell; a period that the newest paper does not complete is marked “to date” and left out.
          </dd>
        </div>
      </dl>
    </section>
  )
}

function Imports({ imports }: { imports: readonly ReportImport[] }): ReactElement {
  const rejections = imports.flatMap((one) =>
    one.rejections.map((rejection) => ({ ...rejection, filename: one.filename })),
  )
  const notes = [...new Set(imports.flatMap((one) => one.notes))]
  return (
    <>
      <h3>What was imported</h3>
      <div className="scroll" role="region" aria-label="Table of imports" tabIndex={0}>
        <table className="imports">
          <thead>
            <tr>
              <th scope="col">File</th>
              <th scope="col">Format</th>
              {['Records', 'Papers', 'Rejected', 'Duplicates', 'Titles only', 'Dates inferred'].map((name) => (
                <th key={name} scope="col" className="number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {imports.map((one, index) => (
              <tr key={index}>
                <th scope="row">{one.filename}</th>
                <td>{one.format}</td>
                {[one.records, one.papers, one.rejected, one.duplicates, one.titlesOnly, one.inferredDates].map(
                  (count, place) => (
                    <td key={place} className="number">
                      {formatCount(count)}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {notes.map((note) => (
        <p key={note} className="note">
          {note}
        </p>
      ))}
      {rejections.length > 0 && (
        <details>
          <summary>
            <h3>
              Rejected records{' '}
              <span className="count">
                {plural(
                  imports.reduce((sum, one) => sum + one.rejected, 0),
                  'record',
                )}
              </span>
            </h3>
          </summary>
          <ul className="between">
            {rejections.map((one, index) => (
              <li key={index}>
                {one.filename}, line {one.line}: {one.reason}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
