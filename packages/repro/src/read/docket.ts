import { readState, type State } from '../state.ts'
import { readStanding, type Standing } from './standing.ts'

/** Everything that `show`, `list` and `report` read: records, verdicts and what lies on disk of each experiment. */
export type Docket = State & { readonly standings: ReadonlyMap<string, Standing> }

/** Read the records and results of a checkout and judge every claim; nothing is recomputed and nothing is written. */
export async function readDocket(root: string): Promise<Docket> {
  const state = await readState(root)
  const entries = state.registry.experiments.map(async ({ id }) => [id, await readStanding(root, id)] as const)
  return { ...state, standings: new Map(await Promise.all(entries)) }
}
