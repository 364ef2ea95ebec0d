import { fail } from '@lawbook/base'
import { type DependencyClass, dependencyClasses } from '@lawbook/execution'
import type { Row } from '@lawbook/schemas'
import type { ArmId } from './arms.ts'
import { readWays, shareOfWay } from './closedLoop.ts'
import { readCounts, shareRight } from './counts.ts'

/** A pipeline as the evidence knows it. */
export type AskedPipeline = {
  readonly id: string
  readonly class: DependencyClass | null
  /** Names of the right skills, and their families. */
  readonly skills: readonly string[]
  readonly families: readonly string[]
  /** M: skills of the library that are none of its own. */
  readonly competitors: number
}

/** The evidence of `observePipelines` as functions of the size of the library. */
export type PipelineEvidence = {
  readonly pipelines: readonly AskedPipeline[]
  readonly routers: readonly string[]
  /**
   * The chance that step k of pipeline p is picked rightly in a random library of N that holds the pipeline's own skills.
   * Null where the arm does not apply.
   */
  step(router: string, arm: ArmId, p: number, k: number, size: number): number | null
  /** The chance that all steps up to k are. */
  together(router: string, arm: ArmId, p: number, k: number, size: number): number | null
  /** The chance that a pair comes to a right end in the closed loop: choose, execute, choose, execute, check. */
  closedLoop(router: string, p: number, size: number): number | null
}

/** Read the tables `pipelines`, `counts` and (if there is one) `ways`. LB_DANGLING where an arm or router is missing. */
export function readEvidence(tables: Readonly<Record<string, readonly Row[]>>): PipelineEvidence {
  const pipelines = (tables.pipelines ?? []).map(pipelineFrom)
  const counts = new Map((tables.counts ?? []).map((row) => [`${row.router} ${row.arm}`, countsFrom(row)]))
  const ways = new Map((tables.ways ?? []).map((row) => [String(row.router), waysFrom(row)]))
  const routers = [...new Set((tables.counts ?? []).map(({ router }) => String(router)))]
  const share =
    (of: 'steps' | 'together') =>
    (router: string, arm: ArmId, p: number, k: number, size: number): number | null => {
      const cells =
        counts.get(`${router} ${arm}`) ?? fail('LB_DANGLING', `the evidence has no arm ${arm} of the router ${router}`)
      const count = cells[of][p]?.[k]
      return count === undefined ? null : shareRight(count, drawOf(pipelines[p]!, size, cells.beside[p]))
    }
  return {
    pipelines,
    routers,
    step: share('steps'),
    together: share('together'),
    closedLoop(router, p, size) {
      const cells = ways.get(router) ?? fail('LB_DANGLING', `the evidence has no closed loop of the router ${router}`)
      return cells[p] == null
        ? null
        : cells[p].reduce((sum, way) => sum + shareOfWay(way, drawOf(pipelines[p]!, size)), 0)
    },
  }
}

/**
 * n drawn of M: what a library of N holds beside the pipeline's own skills and the one that an arm puts beside them (`h`) or
 * keeps out (`o`). LB_DOMAIN where N cannot hold those.
 */
function drawOf(
  { id, skills, competitors }: AskedPipeline,
  size: number,
  beside = '-',
): { competitors: number; drawn: number } {
  const held = new Set(skills).size + Number(beside === 'h')
  const pool = competitors - Number(beside !== '-')
  if (size < held || size - held > pool)
    fail(
      'LB_DOMAIN',
      `a library of ${size} cannot hold the ${held} skills of ${id}, or is more than there are; choose ${held} to ${pool + held}`,
    )
  return { competitors: pool, drawn: size - held }
}

function pipelineFrom(row: Row): AskedPipeline {
  const words = (text: unknown): string[] => String(text).split(' ')
  const found = dependencyClasses.find((one) => one === row.class) ?? null
  return {
    id: String(row.pipeline),
    class: found,
    skills: words(row.skills),
    families: words(row.families),
    competitors: Number(row.competitors),
  }
}

function countsFrom(row: Row) {
  const read = (text: unknown) =>
    String(text)
      .split(';')
      .map((one) => (one === '' ? [] : one.split(' ').map(readCounts)))
  return { steps: read(row.steps), together: read(row.together), beside: String(row.beside ?? '') }
}

/** The closed loop of each pipeline; null where it has none. */
function waysFrom(row: Row) {
  return String(row.ways)
    .split(';')
    .map((text) => (text === '' ? null : readWays(text)))
}
