import type { AgentSource } from '@lawbook/agent-runs'
import { binomialCdf, median } from '@lawbook/estimators'
import type { Row } from '@lawbook/schemas'
import { twoParameters } from './forms.ts'
import type { Tried } from './judge.ts'
import { rises } from './measures.ts'
import { statisticNames } from './statistics.ts'

function timesBest(tried: readonly Tried[]): number {
  return median(
    tried
      .filter(({ sweep }) => sweep.place.budget === 'attempts')
      .map(({ statistics }) => {
        const error = (form: string): number => statistics[statisticNames.indexOf(`error-${form}`)]!
        return error('power') / Math.min(...twoParameters.filter((form) => form !== 'power').map(error))
      }),
  )
}

function bestOfTwo({ statistics }: Tried): string {
  const error = (form: string): number => statistics[statisticNames.indexOf(`error-${form}`)]!
  return twoParameters.reduce((best, form) => (error(form) < error(best) ? form : best), twoParameters[0] as string)
}

/** What the numbers are of, and what stands beside the measures, in sentences. */
export function notesOf(
  tried: readonly Tried[],
  lines: readonly Row[],
  truncated: readonly Row[],
  sources: readonly AgentSource[],
): string[] {
  const curves = tried.reduce((sum, { sweep }) => sum + sweep.curves.length, 0)
  const unfitted = tried.reduce(
    (sum, { fits }) =>
      sum + fits.flatMap(({ lower }) => lower).filter((one) => one !== null && one.theta === null).length,
    0,
  )
  const r2 = (kind: string, of = ''): string =>
    medianText(
      lines.filter((row) => row.kind === kind && String(row.section).includes(of)).map((row) => row.r2 ?? null),
    )
  const contexts = lines.filter((row) => row.kind === 'within' && String(row.section).includes(', context'))
  const falling = contexts.filter(({ slope }) => Number(slope) < 0).length
  const won = tried.filter((one) => bestOfTwo(one) === 'power')
  const best = (axis: string): string => {
    const models = [...new Set(truncated.filter((row) => row.axis === axis).map(({ model }) => model))]
    const won = models.filter((model) => {
      const own = truncated.filter((row) => row.axis === axis && row.model === model)
      const rms = (form: string): number =>
        Number(own.find((row) => row.form === form)!.rms ?? Number.POSITIVE_INFINITY)
      return rms('logistic') < rms('power') && rms('logistic') < rms('log')
    })
    return `${won.length} of ${models.length}`
  }
  return [
    `${tried.length} sweeps with ${curves} curves; ${unfitted} fits to a lower part ended without a minimum and the mean of the fitted part stands for all forms with as many parameters on that curve.`,
    `Sources: ${sources.map(({ id, version, depth }) => `${id} (${version}, ${depth})`).join('; ')}.`,
    `R2 of the line of ln success on ln budget: median ${r2('within')} along the curves of one agent, most of which cannot but rise, ${r2('within', ', context')} over contexts alone, ${r2('across')} across agents (ln cost).`,
    `Over contexts, where alone the agent runs anew at each budget, ${falling} of ${contexts.length} curves have a negative slope in logs.`,
    `The power of success has the lowest held-out error of the forms with two parameters in ${won.length} of ${tried.length} sweeps, of which ${won.filter((one) => !rises(one, 'power')).length} with a curve that falls as the budget grows, which count as no success of the claim. One of ${twoParameters.length} forms drawn at random would win ${won.length} or fewer with probability ${binomialCdf(won.length, tried.length, 1 / twoParameters.length).toFixed(2)}.`,
    `On repeated attempts the held-out error of the power of success is ${timesBest(tried).toFixed(1)} times that of the best rival (median over sweeps).`,
    `Truncated runs of mini-SWE-agent, not judged: of a power, a line in ln x and a logistic curve in ln x, which has a parameter more, the last fits closest for ${best('steps')} agents by steps and ${best('spend')} by spend.`,
  ]
}

function medianText(values: readonly (Row[string] | null)[]): string {
  const known = values.filter((value): value is number => typeof value === 'number')
  return known.length === 0 ? 'unknown' : median(known).toFixed(2)
}
