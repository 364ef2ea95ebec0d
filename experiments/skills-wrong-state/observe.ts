import type { DataHandle, Evidence, ObserveContext } from '@lawbook/experiment'
import { type ArmId, observePipelines, type Pipelines, pipelineRows } from '@lawbook/pipelines'
import { chosenPointwise } from '@lawbook/routers'
import type { Cell } from '@lawbook/schemas'
import type { Library, Resources } from '@lawbook/skills'
import { wrongStateLedgers } from './books.ts'
import type { WrongStateChoices } from './choices.ts'
import { executedRows } from './executed.ts'
import { presentRows } from './wrongPresent.ts'

type Data = {
  readonly library: DataHandle<Library>
  readonly pipelines: DataHandle<Pipelines>
  readonly vectors: DataHandle<Required<Resources>>
}

/** What is asked: the other wording for calibration, and the second step under each state. */
const asked: readonly ArmId[] = ['other', 'alone', 'state', 'placebo', 'placebo-present', 'wrong-0', 'wrong-1']

/**
 * Ask every router the second step of each pair under no state, its own, a placebo and the wrong ones, and keep how many
 * competitors stand in the way, and whether the skill that left a wrong state is one of them; beside it what the checks
 * said of the executed second steps. Of pairs alone, and no text; no number here asks for both steps together.
 */
export async function observe({ data, choices, progress }: ObserveContext<Data, WrongStateChoices>): Promise<Evidence> {
  const { library, pipelines, vectors } = data
  const routers = chosenPointwise(choices.routers)
  const asking = { data: pipelines, library, routers, resources: vectors, progress }
  const { counts } = await observePipelines(asking, asked)
  const isPair = (_: unknown, p: number): boolean => pipelines.pipelines[p]!.class !== null
  const cut = (cells: Cell | undefined, by: string): string => String(cells).split(by).filter(isPair).join(by)
  const none = pipelines.pipelines
    .filter(isPair)
    .map(() => '')
    .join(';')
  return {
    tables: {
      pipelines: pipelineRows(pipelines, library).filter(isPair),
      routers: routers.map(({ id, title, short, kin, source }) => ({ id, title, short, kin, source })),
      counts: counts.map(({ beside, ...row }) => ({
        ...row,
        steps: cut(row.steps, ';'),
        together: none,
        beside: cut(beside, ''),
      })),
      present: await presentRows(asking),
      executed: executedRows(pipelines),
    },
    attrition: [...pipelines.attrition, ...wrongStateLedgers(pipelines)],
    decisions: 0,
  }
}
