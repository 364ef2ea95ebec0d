import { fail } from '@lawbook/base'
import type { Row } from '@lawbook/schemas'
import type { Reference } from '../src/forecast/reference.ts'

type Tables = Readonly<Record<string, readonly Row[]>>

/** The reference that the audit ships, from the tables of the experiment skills-size-forecast. */
export function referenceFrom(tables: Tables): Reference {
  const spreads = tableOf(tables, 'spreads')
  const optimism = tableOf(tables, 'optimism')
  const [chosen] = spreads
  if (chosen === undefined) fail('LB_DATA_MISSING', 'the table spreads has no row: no form could be chosen')
  const skills = Number(optimism[0]?.skills)
  return {
    form: { law: String(chosen.law), fitted: chosen.fitted === 'all' ? 'all' : 'near' },
    spreads: spreads.map((row) => ({
      factor: Number(row.factor),
      low: Number(row.low),
      high: Number(row.high),
      mostRequests: Number(row.mostRequests),
      mostSkills: Number(row.mostSkills),
    })),
    library: `${skills} published skills`,
    skills,
    routers: [...new Set(optimism.map(({ router }) => String(router)))].map((id) => ({
      id,
      points: optimism.filter(({ router }) => router === id).map(pointOf),
    })),
  }
}

function pointOf(row: Row): Reference['routers'][number]['points'][number] {
  return {
    size: Number(row.size),
    direct: Number(row.direct),
    situated: Number(row.situated),
    bodies: Number(row.probes),
    optimism: {
      value: Number(row.optimism) / 100,
      low: Number(row.low) / 100,
      high: Number(row.high) / 100,
      n: Number(row.n),
    },
  }
}

const tableOf = (tables: Tables, id: string): readonly Row[] =>
  tables[id] ?? fail('LB_DATA_MISSING', `the result has no table ${id}; run the experiment skills-size-forecast again`)
