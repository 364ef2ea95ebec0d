import { fail } from '@lawbook/base'
import type { Row } from '@lawbook/schemas'

/** How an outcome is counted: strict success, declared or flat weights, and what the router chose. */
export type Metric = 'strict' | 'declared' | 'flat' | 'routed' | 'used' | 'tries'

/** Values by task in the order of `tasks`, by `<arm>.<metric>`, one map a router; all routers saw the same tasks. */
export type Observed = {
  readonly tasks: readonly { readonly id: string; readonly domain: string; readonly level: string }[]
  readonly routers: readonly {
    readonly id: string
    readonly short: string
    readonly columns: ReadonlyMap<string, Float64Array>
  }[]
  readonly bounds: readonly Row[]
  readonly libraries: readonly Row[]
}

/** Read the evidence tables of a transfer experiment. Throws LB_DATA_MISSING for one that is not there. */
export function readEvidence(evidence: Readonly<Record<string, readonly Row[]>>): Observed {
  const table = (id: string): readonly Row[] =>
    evidence[id] ?? fail('LB_DATA_MISSING', `the evidence lacks the table ${id}; observe the experiment again`)
  const bounds = table('bounds')
  const outcomes = table('outcomes')
  const ids = [...new Set(outcomes.map(({ router }) => String(router)))]
  return {
    tasks: bounds.map(({ task, domain, level }) => ({
      id: String(task),
      domain: String(domain),
      level: String(level),
    })),
    routers: ids.map((id) => {
      const rows = outcomes.filter(({ router }) => router === id)
      const byTask = new Map(rows.map((row) => [row.task, row]))
      const names = Object.keys(rows[0]!).filter((name) => name.includes('.'))
      const numberAt = (task: Row[string], name: string): number => {
        const value = byTask.get(task)?.[name]
        return typeof value === 'number' ? value : fail('LB_DATA_MISSING', `${id} has no ${name} for the task ${task}`)
      }
      const columns = names.map(
        (name) => [name, Float64Array.from(bounds, ({ task }) => numberAt(task!, name))] as const,
      )
      return { id, short: String(rows[0]!.short), columns: new Map(columns) }
    }),
    bounds,
    libraries: table('libraries'),
  }
}

/** A column of one router, or its mean over all routers, all with one weight. */
export function columnOf({ routers }: Pick<Observed, 'routers'>, name: string, router?: string): Float64Array {
  const asked = router === undefined ? routers : routers.filter(({ id }) => id === router)
  const columns = asked.map(
    (one) =>
      one.columns.get(name) ?? fail('LB_DATA_MISSING', `${one.id} has no column ${name}; observe the experiment again`),
  )
  return columns[0]!.map((_, i) => columns.reduce((sum, column) => sum + column[i]!, 0) / columns.length)
}
