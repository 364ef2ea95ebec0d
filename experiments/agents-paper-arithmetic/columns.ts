import { add, type Bounds, div, exactly, mean, mul } from '@lawbook/rounding'
import {
  type Architecture,
  architectures,
  benchmarkIds,
  benchmarks,
  growth,
  percent,
  type Read,
  successOn,
} from './cells.ts'

/** A column of printed numbers that one unknown number has to explain: what each entry allows that number to be. */
type Group = Readonly<Record<string, (x: Read) => Bounds>>

/** Columns that agree if, in every group, all intervals share a point. */
export type Column = {
  readonly id: string
  readonly title: string
  readonly unit: string
  readonly method: string
  readonly groups: Readonly<Record<string, Group>>
}

const all = Object.keys(architectures) as Architecture[]
const teamEntries = (entry: (team: Architecture) => (x: Read) => Bounds): Group =>
  Object.fromEntries(all.filter((name) => name !== 'single').map((name) => [name, entry(name)]))

/**
 * The columns of Table 5 and the relative changes. Success, turns and the printed result of a team stand in its own
 * entry alone, and only the single agent's number is shared: a shared point is therefore a choice of unrounded numbers
 * that makes the whole column right, and where there is none no such choice exists.
 */
export const columns: readonly Column[] = [
  {
    id: 'efficiency-room',
    title: 'Room for one number of single-agent turns under the efficiency column',
    unit: 'turns',
    method: 'turns of one agent = efficiency × turns / success, for every team and as printed; room of the intervals',
    groups: {
      all: {
        single: (x) => x('turns-single'),
        ...teamEntries((team) => (x) => div(mul(x(`efficiency-${team}`), x(`turns-${team}`)), x(`success-${team}`))),
      },
    },
  },
  {
    id: 'overhead-room',
    title: 'Room for one number of single-agent turns under the overhead column',
    unit: 'turns',
    method: 'turns of one agent = turns / (1 + overhead / 100), for every team and as printed; room of the intervals',
    groups: {
      all: {
        single: (x) => x('turns-single'),
        ...teamEntries((team) => (x) => div(x(`turns-${team}`), add(exactly(1), div(x(`overhead-${team}`), percent)))),
      },
    },
  },
  {
    id: 'change-room',
    title: 'Room for one single-agent success a benchmark under the relative changes',
    unit: 'success',
    method:
      'success of one agent = mean / (1 + change / 100), where a mean and a change are printed, and as printed; the smallest room of the four benchmarks',
    groups: Object.fromEntries(
      benchmarkIds.map((benchmark) => [
        benchmark,
        {
          single: (x: Read) => x(`mean-${benchmark}-single`),
          ...Object.fromEntries(
            benchmarks[benchmark].withMean.map((team) => [
              team,
              (x: Read) => div(x(`mean-${benchmark}-${team}`), growth(x, benchmark, team)),
            ]),
          ),
        },
      ]),
    ),
  },
  {
    id: 'success-room',
    title: 'Room between the success of Table 5 and the mean of the four benchmarks',
    unit: 'success',
    method:
      'mean of four benchmark successes (single-agent success times the printed change where no mean is printed) against Table 5; the smallest room of the five architectures',
    groups: Object.fromEntries(
      all.map((name) => [
        name,
        {
          printed: (x: Read) => x(`success-${name}`),
          recomputed: (x: Read) => mean(benchmarkIds.map((benchmark) => successOn(x, benchmark, name))),
        },
      ]),
    ),
  },
]
