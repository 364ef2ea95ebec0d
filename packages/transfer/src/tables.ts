import type { Estimate, Row } from '@lawbook/schemas'
import { arms } from './arms.ts'
import { clustersOf, differences, effectIds, effects, meanOf, shapleyShares } from './effects.ts'
import { columnOf, type Observed } from './evidence.ts'
import type { Counting } from './measures.ts'

const cells = ({ value, i90, i995 }: Estimate): Row => ({
  value,
  lo90: i90?.[0] ?? null,
  hi90: i90?.[1] ?? null,
  lo995: i995?.[0] ?? null,
  hi995: i995?.[1] ?? null,
})

/** Every arm, by router and for the mean of them: pass rates and routing, in %, and the change against the plain arm. */
export function armRows(observed: Observed, { metric }: Counting): Row[] {
  const tasks = clustersOf(observed, 'task')
  const routers = [...observed.routers.map(({ id, short }) => ({ id, short })), { id: undefined, short: 'mean' }]
  return routers.flatMap(({ id, short }) =>
    arms.map((arm): Row => {
      const mean = (name: string): number => meanOf(columnOf(observed, `${arm.id}.${name}`, id), tasks).value!
      return {
        ...{
          router: id ?? 'mean',
          short,
          arm: arm.id,
          library: arm.library,
          gate: arm.gate === '' ? 'none' : arm.gate.slice(1),
          closure: arm.closure,
        },
        ...Object.fromEntries(
          (['strict', 'declared', 'flat', 'routed', 'used'] as const).map((name) => [name, 100 * mean(name)]),
        ),
        tries: mean('tries'),
        ...cells(meanOf(differences(observed, [arm.id, 'raw'], metric, id), tasks)),
        n: observed.tasks.length,
      }
    }),
  )
}

/** The three interventions apart: alone, and as Shapley’s shares of what they change together, for both edited libraries. */
export function shareRows(observed: Observed, { metric }: Counting): Row[] {
  const tasks = clustersOf(observed, 'task')
  const names = ['library', 'gate', 'closure'] as const
  return (['authors', 'ours'] as const).flatMap((library) => {
    const alone = [library, 'raw+gate', 'raw+closure'].map((arm) =>
      meanOf(differences(observed, [arm, 'raw'], metric), tasks),
    )
    const shares = shapleyShares(observed, library, metric).map((values) => meanOf(values, tasks))
    const all = meanOf(differences(observed, [`${library}+gate+closure`, 'raw'], metric), tasks)
    return [
      ...names.map((part, k): Row => ({ library, part, reading: 'alone', ...cells(alone[k]!) })),
      ...names.map((part, k): Row => ({ library, part, reading: 'share', ...cells(shares[k]!) })),
      { library, part: 'all three', reading: 'together', ...cells(all) },
    ]
  })
}

/** Pass rates by domain under three arms with the floor and the ceiling, in %, and the number of tasks. */
export function domainRows(observed: Observed, { metric }: Counting): Row[] {
  const domains = [...new Set(observed.tasks.map(({ domain }) => domain))]
  return domains.map((domain): Row => {
    const mine = observed.tasks.flatMap((task, i) => (task.domain === domain ? [i] : []))
    const mean = (values: Float64Array): number => (100 * mine.reduce((sum, i) => sum + values[i]!, 0)) / mine.length
    const bound = (of: string): Float64Array =>
      Float64Array.from(observed.bounds, (row) => Number(row[`${of}.${metric}`]))
    return {
      ...{ domain, tasks: mine.length, floor: mean(bound('nothing')), ceiling: mean(bound('oracle')) },
      ...Object.fromEntries(
        ['raw', 'authors+gate+closure', 'ours+gate+closure'].map((arm) => [
          arm,
          mean(columnOf(observed, `${arm}.${metric}`)),
        ]),
      ),
    }
  })
}

/** Each judged effect by router. */
export function effectRows(observed: Observed, { metric }: Counting): Row[] {
  const tasks = clustersOf(observed, 'task')
  return effectIds.flatMap((effect) =>
    [...observed.routers, null].map(
      (router): Row => ({
        ...{ effect, router: router?.id ?? 'mean', short: router?.short ?? 'mean' },
        ...cells(meanOf(differences(observed, effects[effect], metric, router?.id), tasks)),
      }),
    ),
  )
}
