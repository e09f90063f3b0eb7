import { dense } from './dense.ts'
import { importing } from './import.ts'
import { initialRows } from './initial-rows.ts'
import { labels } from './labels.ts'
import { layout } from './layout.ts'
import { mixture } from './mixture.ts'
import { neighbours } from './neighbours.ts'
import { similar } from './similar.ts'
import { someLayout } from './some-layout.ts'
import { sparseSeeds } from './sparse-seeds.ts'
import { sparse } from './sparse.ts'
import type { Stage } from './stage.ts'
import { svd } from './svd.ts'
import { text } from './text.ts'
import { themes } from './themes.ts'
import { topics } from './topics.ts'
import { trends } from './trends.ts'
import { umapJs } from './umap.ts'
import { vectors } from './vectors.ts'

/** The stages in the order in which they are measured: each after those that it needs. */
export const STAGES: readonly Stage[] = [
  importing,
  text,
  svd,
  sparse(20),
  sparse(50),
  sparseSeeds(20),
  sparseSeeds(50),
  vectors,
  dense,
  neighbours,
  mixture,
  topics(50),
  topics('auto'),
  labels,
  themes,
  similar,
  layout,
  someLayout,
  trends,
]

/** Stages that are only run for others. */
const BEHIND: readonly Stage[] = [initialRows(20), initialRows(50), umapJs]

/** A stage by its name. Throws where there is none. */
export function stageOf(name: string): Stage {
  const stage = [...STAGES, ...BEHIND].find((stage) => stage.name === name)
  if (stage === undefined) throw new Error(`unknown stage: ${name}`)
  return stage
}
