import { pearson, rSquared, spearman } from '@lawbook/estimators'
import type { Row } from '@lawbook/schemas'
import type { Sweep } from './sweeps.ts'

type LogLine = {
  readonly slope: number
  readonly intercept: number
  readonly r2: number
  readonly rho: number
  readonly n: number
}

/** The line of ln y on ln x, with R^2 and Spearman's correlation; null with fewer than three points or nothing to explain. */
function logLine(x: readonly number[], y: readonly number[]): LogLine | null {
  const lx = Float64Array.from(x, Math.log)
  const ly = Float64Array.from(y, Math.log)
  if (x.length < 3 || ly.every((value) => value === ly[0]) || lx.every((value) => value === lx[0])) return null
  const mean = (of: Float64Array): number => of.reduce((sum, value) => sum + value, 0) / of.length
  const sd = (of: Float64Array): number =>
    Math.sqrt(of.reduce((sum, value) => sum + (value - mean(of)) * (value - mean(of)), 0))
  const slope = (pearson(lx, ly) * sd(ly)) / sd(lx)
  const intercept = mean(ly) - slope * mean(lx)
  return {
    slope,
    intercept,
    r2: rSquared(
      ly,
      lx.map((value) => intercept + slope * value),
    ),
    rho: spearman(lx, ly),
    n: x.length,
  }
}

/** Success against cost over different agents, with the line in logs, and one row a cross-section for that line. */
export function acrossRows(agents: readonly Row[]): { points: Row[]; lines: Row[] } {
  const sections = [...new Set(agents.map(({ section }) => String(section)))]
  const parts = sections.map((section) => {
    const own = agents.filter((row) => row.section === section && Number(row.success) > 0 && Number(row.cost) > 0)
    const cost = own.map((row) => Number(row.cost))
    const line = logLine(
      cost,
      own.map((row) => Number(row.success)),
    )
    const left = agents.filter((row) => row.section === section).length - own.length
    const at = (x: number): number | null =>
      line === null ? null : Math.exp(line.intercept + line.slope * Math.log(x))
    return {
      points: own.map(
        (row): Row => ({
          section,
          agent: row.agent ?? null,
          model: row.model ?? null,
          cost: row.cost ?? null,
          success: row.success ?? null,
          line: at(Number(row.cost)),
        }),
      ),
      lines: [
        {
          kind: 'across',
          section,
          n: own.length,
          left,
          slope: line?.slope ?? null,
          r2: line?.r2 ?? null,
          rho: line?.rho ?? null,
        },
      ],
    }
  })
  return { points: parts.flatMap(({ points }) => points), lines: parts.flatMap(({ lines }) => lines) }
}

/** The same line along each curve of the sweeps: one agent, other budgets. */
export function withinRows(sweeps: readonly Sweep[]): Row[] {
  return sweeps.flatMap((sweep) =>
    sweep.curves.map(({ label, x, y }): Row => {
      const above = Array.from(y.keys()).filter((k) => y[k]! > 0)
      const line = logLine(
        above.map((k) => x[k]!),
        above.map((k) => y[k]!),
      )
      return {
        kind: 'within',
        section: `${sweep.place.title}: ${label}`,
        n: above.length,
        left: y.length - above.length,
        slope: line?.slope ?? null,
        r2: line?.r2 ?? null,
        rho: line?.rho ?? null,
      }
    }),
  )
}
