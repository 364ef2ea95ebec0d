import { fail } from '@lawbook/base'
import { type Bounds, boundsOf, exactly, middle, room } from '@lawbook/rounding'
import type { Measure } from '@lawbook/schemas'
import { type Architecture, architectures, type Read } from './cells.ts'
import { type Check, checks } from './checks.ts'
import { type Column, columns } from './columns.ts'
import { fitOfLaw, fitOnMeans, type Reading, readingNames, turnsBy } from './turnLaw.ts'

type Pair = [number, number]

/** A printed number as it stands in the evidence: its value and the half-width of what it stands for, 0 where exact. */
type Input = { readonly value: number; readonly halfWidth: number }
export type Inputs = ReadonlyMap<string, Input>

/** What rounding allows a printed number to be, and the number itself. */
export const allowedBy =
  (inputs: Inputs): Read =>
  (symbol) => {
    const { value, halfWidth } = inputOf(inputs, symbol)
    return boundsOf(value, halfWidth)
  }
export const centreBy =
  (inputs: Inputs): Read =>
  (symbol) =>
    exactly(inputOf(inputs, symbol).value)

/** Every measure of the experiment from one table of printed numbers. */
export function measuresOf(inputs: Inputs): Measure[] {
  return [
    ...columns.map((column) => shared(column, inputs)),
    ...checks.map((check) => arithmetic(check, inputs)),
    ...lawOnMeans(inputs),
  ]
}

type Estimated = { readonly value: number; readonly i90: Pair; readonly i995: Pair }

/** A formula on rounding intervals; its value is the same formula on the printed centres. */
function estimate(formula: (x: Read) => Bounds, inputs: Inputs): Estimated {
  const bounds = formula(allowedBy(inputs))
  return { value: middle(formula(centreBy(inputs))), i90: [...bounds] as Pair, i995: [...bounds] as Pair }
}

/** The printed numbers that a formula reads. */
function countRead(formulas: readonly ((x: Read) => Bounds)[], inputs: Inputs): number {
  const used = new Set<string>()
  const read: Read = (symbol) => {
    used.add(symbol)
    return allowedBy(inputs)(symbol)
  }
  for (const formula of formulas) formula(read)
  return used.size
}

const byRounding = { resampled: 'nothing (interval arithmetic on rounding)', evidence: 'arithmetic' } as const

function arithmetic(check: Check, inputs: Inputs): Measure {
  const { id, title, unit, method, formula, parts, alternatives } = check
  return {
    id,
    title,
    ...estimate(formula, inputs),
    method: `${method}; interval arithmetic, outward rounding`,
    n: countRead([formula], inputs),
    unit,
    ...byRounding,
    ...(parts === undefined
      ? {}
      : { parts: Object.entries(parts).map(([label, part]) => ({ label, ...estimate(part, inputs) })) }),
    ...(alternatives === undefined
      ? {}
      : {
          alternatives: alternatives.map(({ choice, option, formula: other }) => ({
            choice,
            option,
            ...estimate(other, inputs),
          })),
        }),
  }
}

/** The smallest room of a column's groups: one number without a width, since rounding is what the room is made of. */
function shared({ id, title, unit, method, groups }: Column, inputs: Inputs): Measure {
  const entries = Object.entries(groups)
  const rooms = entries.map(([label, group]) => {
    const value = room(Object.values(group).map((entry) => entry(allowedBy(inputs))))
    return { label, value, i90: [value, value] as Pair, i995: [value, value] as Pair }
  })
  const value = Math.min(...rooms.map((each) => each.value))
  return {
    id,
    title,
    value,
    i90: [value, value],
    i995: [value, value],
    method: `${method}; interval arithmetic, outward rounding`,
    n: countRead(
      entries.flatMap(([, group]) => Object.values(group)),
      inputs,
    ),
    unit,
    ...byRounding,
    ...(rooms.length === 1 ? {} : { parts: rooms }),
  }
}

/**
 * The turn law on the five rounded means: a description without intervals. Means of runs that are not published, and a
 * reading of n that is ours, decide nothing about a fit to other numbers; so the evidence is not called arithmetic.
 */
function lawOnMeans(inputs: Inputs): Measure[] {
  const value = (symbol: string) => inputOf(inputs, symbol).value
  const turns = Object.fromEntries(Object.keys(architectures).map((name) => [name, value(`turns-${name}`)])) as Record<
    Architecture,
    number
  >
  const x = centreBy(inputs)
  const law = (agents: number) => middle(turnsBy(x, exactly(agents), x('law-exponent')))
  const [first, second] = Object.keys(readingNames) as [Reading, Reading]
  const onMeans = fitOnMeans(turns, law, value('law-shift'))
  const described = (
    id: string,
    title: string,
    method: string,
    r2: number,
    others: Readonly<Record<string, number>>,
  ) => ({
    id,
    title,
    value: r2,
    i90: null,
    i995: null,
    method,
    resampled: 'nothing (five rounded means of unpublished runs)',
    n: Object.keys(turns).length,
    unit: 'R²',
    evidence: 'published' as const,
    alternatives: Object.entries(others).map(([option, other]) => ({
      choice: 'n',
      option,
      value: other,
      i90: null,
      i995: null,
    })),
  })
  const measure = (id: string, title: string, method: string, of: 'law' | 'ceiling', others = {}): Measure =>
    described(id, title, `${method}; ${readingNames[first]}`, fitOfLaw(turns, law, first)[of], {
      [readingNames[second]]: fitOfLaw(turns, law, second)[of],
      ...others,
    })
  return [
    measure(
      'turn-law-r2',
      'R² of the turn law on the five mean turns of Table 5',
      '1 - residual / total squares',
      'law',
      { [oneMean]: onMeans.law },
    ),
    measure(
      'turn-law-ceiling',
      'The most R² that any function of the number of agents has on those five means',
      'the law replaced by the mean of the turns at each number of agents',
      'ceiling',
    ),
    described(
      'turn-law-best',
      'The most R² that a (n + 0.5)^b has on one mean a number of agents',
      `least squares over a and b; ${oneMean}`,
      onMeans.best,
      {},
    ),
  ]
}

const oneMean = 'the orchestrator is an agent, one mean a number of agents: 1, 3, 4'

export function inputOf(inputs: Inputs, symbol: string): Input {
  const known = inputs.get(symbol)
  return known ?? fail('LB_DANGLING', `there is no printed number "${symbol}"; known: ${[...inputs.keys()].join(', ')}`)
}
