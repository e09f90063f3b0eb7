import type { Paper } from '../../shared/paper.ts'
import { PAPER_FIELDS } from '../../shared/paper.ts'

/** Columns of a paper by field, named as the field is, so that JSON Lines go in and out by name. */
export const PAPER_COLUMNS: Record<keyof Paper, string> = {
  id: 'VARCHAR',
  title: 'VARCHAR',
  abstract: 'VARCHAR',
  date: 'VARCHAR',
  datePrecision: 'VARCHAR',
  dateInferred: 'BOOLEAN',
  authors: 'VARCHAR[]',
  authorCount: 'BIGINT',
  organization: 'VARCHAR',
  venue: 'VARCHAR',
  doi: 'VARCHAR',
  url: 'VARCHAR',
  keywords: 'VARCHAR[]',
  votes: 'BIGINT',
  comments: 'BIGINT',
  label: 'VARCHAR',
  source: 'VARCHAR',
}

/**
 * What the store keeps beside a paper. `key` and `ownId` tell papers apart (import/identity.ts); `keyNow` is the key it would
 * have today, since a later record may have brought its DOI; `sameId` is its own id as ids are compared, null without one.
 * `firstDay` and `lastDay` are the days its date may mean, since 1970-01-01; null without a date.
 */
const KEPT_COLUMNS: Record<string, string> = {
  key: 'VARCHAR',
  keyNow: 'VARCHAR',
  sameId: 'VARCHAR',
  ownId: 'BOOLEAN',
  firstDay: 'INTEGER',
  lastDay: 'INTEGER',
}

const quoted = (names: string[]): string => names.map((name) => `"${name}"`).join(', ')

/** Column list of a paper as people see it, in the order of `papers.jsonl`. */
export const PAPER_LIST = quoted(PAPER_FIELDS)
/** Column list of a paper as staging files carry it. */
export const ROW_LIST = quoted([...PAPER_FIELDS, ...Object.keys(KEPT_COLUMNS)])
/** `columns` of `read_json` for staging files of papers: types are said, never guessed. */
export const ROW_STRUCT = `{${Object.entries({ ...PAPER_COLUMNS, ...KEPT_COLUMNS })
  .map(([name, type]) => `'${name}': '${type}'`)
  .join(', ')}}`

const paperDefinitions = Object.entries({ ...PAPER_COLUMNS, ...KEPT_COLUMNS })
  .map(([name, type]) => `"${name}" ${type}`)
  .join(', ')

/**
 * One entry a schema version, in order; entry 0 makes version 1. An entry never changes once released.
 * No index and no key constraint: one queue writes, and checks there; DuckDB's indexes cost memory and twist updates.
 * Constant defaults only (a volatile one can leave a file that will not open after a crash).
 */
export const MIGRATIONS: readonly (readonly string[])[] = [
  [
    `CREATE TABLE meta (version INTEGER NOT NULL)`,
    `CREATE TABLE collections (
       id VARCHAR NOT NULL, name VARCHAR NOT NULL, "createdAt" VARCHAR NOT NULL, "updatedAt" VARCHAR NOT NULL,
       version INTEGER NOT NULL, papers INTEGER NOT NULL, "from" VARCHAR, "to" VARCHAR, "analysisId" VARCHAR)`,
    `CREATE TABLE papers ("collectionId" VARCHAR NOT NULL, ${paperDefinitions})`,
    `CREATE TABLE imports (
       id VARCHAR NOT NULL, "collectionId" VARCHAR NOT NULL, filename VARCHAR NOT NULL, "createdAt" VARCHAR NOT NULL,
       receipt VARCHAR NOT NULL)`,
    `CREATE TABLE analyses (
       id VARCHAR NOT NULL, "collectionId" VARCHAR NOT NULL, "createdAt" VARCHAR NOT NULL, "collectionVersion" INTEGER NOT NULL,
       version VARCHAR NOT NULL, options VARCHAR NOT NULL, summary VARCHAR NOT NULL, facts VARCHAR NOT NULL)`,
    `CREATE TABLE topics ("analysisId" VARCHAR NOT NULL, id INTEGER NOT NULL, json VARCHAR NOT NULL)`,
    `CREATE TABLE themes ("analysisId" VARCHAR NOT NULL, id INTEGER NOT NULL, json VARCHAR NOT NULL)`,
    `CREATE TABLE trends ("analysisId" VARCHAR NOT NULL, kind VARCHAR NOT NULL, id INTEGER NOT NULL, json VARCHAR NOT NULL)`,
    `CREATE TABLE assignments (
       "analysisId" VARCHAR NOT NULL, "paperId" VARCHAR NOT NULL, "topicId" INTEGER NOT NULL, score DOUBLE NOT NULL,
       "runnerUpTopicId" INTEGER, "runnerUpScore" DOUBLE, uncertain BOOLEAN NOT NULL, x DOUBLE NOT NULL, y DOUBLE NOT NULL,
       reasons VARCHAR NOT NULL)`,
    `CREATE TABLE jobs (
       id VARCHAR NOT NULL, "collectionId" VARCHAR NOT NULL, "analysisId" VARCHAR, state VARCHAR NOT NULL, stage VARCHAR,
       progress DOUBLE NOT NULL, "secondsLeft" DOUBLE, error VARCHAR, "createdAt" VARCHAR NOT NULL, "finishedAt" VARCHAR,
       options VARCHAR NOT NULL, attempts INTEGER NOT NULL)`,
  ],
  // What a collection ignores and takes to mean the same, as JSON; NULL for nothing.
  [`ALTER TABLE collections ADD COLUMN vocabulary VARCHAR`],
  // Similar papers of each paper of an analysis; analyses from before have none.
  [`CREATE TABLE similar_papers ("analysisId" VARCHAR NOT NULL, "paperId" VARCHAR NOT NULL, json VARCHAR NOT NULL)`],
]
