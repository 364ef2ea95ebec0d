import { fail } from '@lawbook/base'
import { type DependencyClass, dependencyClasses, type Executed, type Pipelines } from '@lawbook/pipelines'
import type { Row } from '@lawbook/schemas'

/** So many wrong first skills a pair may have. */
export const wrongSkills = 2

/** Whether the right second skill's product passed, by each outcome. Refusals and checks that failed are no pass. */
export type Passed = { readonly blind: boolean; readonly aware: boolean }

/** A pair with at least one wrong first skill, as the evidence knows it. */
export type ExecutedPair = {
  readonly pipeline: string
  readonly class: DependencyClass
  /** The right skills of both steps, and the skill that left the nearest wrong state: what pairs share. */
  readonly skill: string
  readonly first: string
  readonly nearest: string
  readonly own: Passed
  readonly none: Passed
  readonly wrong: readonly Passed[]
}

/** What was executed of each pair: one row a pair, what the checks said, and which wrong skills there are. */
export function executedRows({ pipelines, skills }: Pipelines): Row[] {
  const known = new Map(skills.map((one) => [one.skill.id, one]))
  const skillOf = (id: string) => known.get(id) ?? fail('LB_DANGLING', `there is no executable skill ${id}`)
  return pipelines
    .filter((pipeline) => pipeline.class !== null)
    .map((pipeline) => {
      const wrong = Array.from({ length: wrongSkills }, (_, w): Row => {
        const state = pipeline.wrong[w]
        const skill = state === undefined ? null : skillOf(state.skill)
        return {
          [`wrong${w}Skill`]: skill?.skill.name ?? null,
          [`wrong${w}Family`]: skill?.family ?? null,
          ...cells(`wrong${w}`, state?.executed ?? null),
        }
      })
      return {
        pipeline: pipeline.id,
        class: pipeline.class,
        skill: skillOf(pipeline.steps[1]!.skill).skill.name,
        first: skillOf(pipeline.steps[0]!.skill).skill.name,
        ...cells('own', pipeline.own),
        ...cells('none', pipeline.none),
        ...Object.assign({}, ...wrong),
      }
    })
}

function cells(state: string, executed: Executed | null): Row {
  return { [`${state}Blind`]: executed?.blind ?? null, [`${state}Aware`]: executed?.aware ?? null }
}

/** Read the table `executed`; pairs without a wrong state are left out, here and in every number. */
export function readExecuted(rows: readonly Row[]): ExecutedPair[] {
  const passed = (row: Row, state: string): Passed => ({
    blind: row[`${state}Blind`] === 'pass',
    aware: row[`${state}Aware`] === 'pass',
  })
  return rows
    .map((row) => ({
      pipeline: String(row.pipeline),
      class:
        dependencyClasses.find((one) => one === row.class) ??
        fail('LB_SCHEMA', `"${row.class}" is no dependency class; allowed are ${dependencyClasses.join(', ')}`),
      skill: String(row.skill),
      first: String(row.first),
      nearest: String(row.wrong0Skill),
      own: passed(row, 'own'),
      none: passed(row, 'none'),
      wrong: Array.from({ length: wrongSkills }, (_, w) => `wrong${w}`)
        .filter((state) => row[`${state}Aware`] !== null)
        .map((state) => passed(row, state)),
    }))
    .filter(({ wrong }) => wrong.length > 0)
}
