import type { AgentRow } from '@lawbook/agent-runs'
import type { Row } from '@lawbook/schemas'
import { jackknifed } from './cells.ts'
import type { PeakChoices } from './choices.ts'
import { nested } from './measures.ts'
import { byRestricted, bySolo, gainLine, scoresOf } from './teamBench.ts'

/**
 * The table `benefit`: mean gain by group of levels, read from the single agent's own run and from the restricted one.
 */
export function benefitRows(rows: readonly AgentRow[], { levels }: PeakChoices): Row[] {
  const scores = scoresOf(rows)
  const ways = { naive: bySolo, controlled: byRestricted } as const
  return Object.entries(ways).flatMap(([reading, level]) =>
    levels.slice(1).flatMap((to, k) => {
      const from = levels[k]!
      const last = k === levels.length - 2
      const own = scores.filter((score, i) => {
        const at = level(score, i)
        return at >= from && (last ? at <= to : at < to)
      })
      const gain = nested(
        jackknifed(
          own,
          ({ task }) => task,
          (some) => mean(some.map(({ solo, team }) => 100 * (team - solo))),
        ),
      )
      if (gain.value === null) return []
      // Whoever is chosen by another run has single-agent scores without a bias, so that their mean is the level.
      const at = mean(own.map(({ solo }) => solo))
      return [
        {
          reading,
          from,
          to,
          at,
          gain: gain.value,
          lo: gain.i90?.[0] ?? null,
          hi: gain.i90?.[1] ?? null,
          n: own.length,
        },
      ]
    }),
  )
}

/** The table `benefit-lines`: the naive and the instrumented line over the levels seen. */
export function benefitLineRows(rows: readonly AgentRow[]): Row[] {
  const scores = scoresOf(rows)
  if (scores.length === 0) return []
  const grid = Array.from({ length: 21 }, (_, i) => i / 20)
  const ways = { naive: bySolo, controlled: byRestricted } as const
  return Object.entries(ways).flatMap(([reading, level]) =>
    grid.flatMap((at) => {
      const fitted = nested(
        jackknifed(
          scores,
          ({ task }) => task,
          (some) => 100 * gainLine(some, level).at(at),
        ),
      )
      if (fitted.value === null) return []
      return [{ reading, at, gain: fitted.value, lo: fitted.i90?.[0] ?? null, hi: fitted.i90?.[1] ?? null }]
    }),
  )
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** The table `cells`: every model and task, with its single agent's score and the gain of its team in points. */
export function cellRows(rows: readonly AgentRow[]): Row[] {
  return scoresOf(rows).map(({ model, task, solo, restricted, team }) => ({
    model,
    task,
    solo,
    restricted,
    gain: 100 * (team - solo),
  }))
}
