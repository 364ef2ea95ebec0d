import { clopperPearson, innerTail, normalQuantile, outerTail } from '@lawbook/estimators'
import type { Estimate, Measure } from '@lawbook/schemas'
import type { Choices } from './choices.ts'
import { exponentParts } from './exponents.ts'
import { allForms, type Contest, contests, formNames } from './forms.ts'
import { contribution, isLongSweep, judgedNames, judgeStatistic, overSweeps, type Tried } from './judge.ts'
import { isCumulative, type SweepPlace } from './ladders.ts'
import { medianOverSweeps, type SweepValue } from './overSweeps.ts'
import { statisticNames } from './statistics.ts'

const about = (name: string): { title: string; method: string } => {
  if (name === 'loss-success')
    return {
      title:
        'share of the exponent of success that is lost from the lower to the upper part, median over sweeps of attempts and hours',
      method:
        '1 - b_upper / b_lower of the mean exponents of the curves of a sweep between the ends of the part that is fitted and of the part held out, less its bootstrap bias',
    }
  const contest = contests.find(({ form }) => name === `gap-${form}`)
  if (contest === undefined) {
    const form = formNames[name.replace('deviation-', '')]!
    return {
      title: `largest deviation from the fitted ${form}, median over sweeps of more than four budgets`,
      method:
        'largest absolute deviation of the form fitted to the whole curve, mean over the curves of a sweep, less its bootstrap bias',
    }
  }
  return {
    title: `held-out error of ${formNames[contest.form]} less that of the best rival with ${contest.parameters} parameters, median over sweeps`,
    method:
      'root mean square error beyond the middle of the range of ln x of forms fitted up to it, mean over the curves of a sweep, form less best rival in the sweep, less its bootstrap bias',
  }
}

const limitsMethod =
  'farthest of the sign-test limit over sweeps and of the percentile of the median of the redrawn sweeps and its reflection'

/** The judged measures, with the same numbers under other choices. */
export function judgedMeasures(tried: readonly Tried[], others: readonly Tried[], choices: Choices): Measure[] {
  return judgedNames.map((name): Measure => {
    const { reason, sweeps, ...estimate } = judgeStatistic(tried, name, choices)
    const { title, method } = about(name)
    return {
      id: name,
      title,
      ...estimate,
      ...(reason === null ? {} : { reason }),
      method: `${method}; ${limitsMethod}`,
      resampled: `sweeps (${sweeps}), and tasks within them`,
      n: sweeps,
      unit: name === 'loss-success' ? 'share of the exponent' : 'points',
      evidence: 'published',
      parts: tried.flatMap((one) => {
        const value = contribution(one, one, one.sweep.place, name, choices)
        if (value === null) return []
        return [
          { label: one.sweep.place.title, value: value.value, ...ownIntervals(value), n: one.sweep.curves.length },
        ]
      }),
      alternatives: alternatives(tried, others, name, choices),
    }
  })
}

/** The normal intervals of one sweep by its tasks; none where the redrawn curves do not differ. */
export function ownIntervals({ value, se }: Pick<SweepValue, 'value' | 'se'>): Pick<Estimate, 'i90' | 'i995'> {
  if (se === 0) return { i90: null, i995: null }
  const reach = (tail: number): [number, number] => [
    value + normalQuantile(tail) * se,
    value - normalQuantile(tail) * se,
  ]
  return { i90: reach(innerTail), i995: reach(outerTail('one')) }
}

type Alternative = NonNullable<Measure['alternatives']>[number]

function alternatives(
  tried: readonly Tried[],
  others: readonly Tried[],
  name: string,
  choices: Choices,
): Alternative[] {
  const of = (choice: string, option: string, estimate: Estimate): Alternative => ({
    choice,
    option,
    value: estimate.value,
    i90: estimate.i90,
    i995: estimate.i995,
  })
  const judged = (own: readonly Tried[], changed: Choices = choices): Estimate => judgeStatistic(own, name, changed)
  const some = (test: (place: SweepPlace) => boolean) => tried.filter(({ sweep }) => test(sweep.place))
  const unjudged = (option: string, own: readonly Tried[]): Alternative[] => {
    const { value } = judged(own, { ...choices, fewestSweeps: 1 })
    return value === null ? [] : [of('sweeps', option, { value, i90: null, i995: null })]
  }
  const contest = contests.find(({ form }) => name === `gap-${form}`)
  return [
    of('sweeps', 'repeated attempts alone', judged(some(({ budget }) => budget === 'attempts'))),
    of('sweeps', 'without contexts', judged(some(isCumulative))),
    ...unjudged(
      'hours alone (best submission so far), one sweep',
      some(({ budget }) => budget === 'hours'),
    ),
    ...unjudged(
      'contexts alone, too few to judge',
      some((place) => !isCumulative(place)),
    ),
    ...others.map((other) =>
      of(
        'reading of',
        other.sweep.id,
        judged(tried.map((one) => (one.sweep.id === other.sweep.replaces ? other : one))),
      ),
    ),
    of(
      'bias of the bootstrap',
      'not subtracted',
      judged(tried.map((one) => ({ ...one, bias: one.bias.map(() => 0) }))),
    ),
    ...(contest === undefined ? [] : [of('rival', 'one for all sweeps', oneRival(tried, contest, choices))]),
  ]
}

const still = new Float64Array()

/** Against the rival that is best over all sweeps, not in each: largest of the medians of form less rival. */
function oneRival(tried: readonly Tried[], { form, rivals }: Contest, choices: Choices): Estimate {
  const at = (name: string) => statisticNames.indexOf(`error-${name}`)
  const against = rivals.map((rival) =>
    overSweeps(
      tried.map((one) => {
        if (contribution(one, one, one.sweep.place, `gap-${form}`, choices) === null) return null
        return { value: one.statistics[at(form)]! - one.statistics[at(rival)]!, se: 0, monteCarlo: 0, scatter: still }
      }),
      `gap-${form}`,
      choices,
    ),
  )
  return against.reduce((worst, one) =>
    (one.value ?? Number.NEGATIVE_INFINITY) > (worst.value ?? Number.NEGATIVE_INFINITY) ? one : worst,
  )
}

/** Measures that no claim is judged by: how often each form is the best of its size, and how exponents change along a curve. */
export function shownMeasures(tried: readonly Tried[], choices: Choices): Measure[] {
  return [
    ...contests.map((contest) => bestIn(tried, contest)),
    exponentMeasure(tried, choices, 'lower', 'fitted'),
    exponentMeasure(tried, choices, 'upper', 'held-out'),
  ]
}

/** Whether a form as fitted to the lower parts rises from the first to the last budget, on average over the curves. */
export function rises({ fits }: Tried, form: string): boolean {
  const own = fits.map(({ lower }) => lower[allForms.indexOf(form)]!.predicted)
  return own.reduce((sum, values) => sum + values.at(-1)! - values[0]!, 0) > 0
}

function bestIn(tried: readonly Tried[], { form, rivals, parameters }: Contest): Measure {
  const able = tried.filter(({ sweep }) => parameters === 2 || isLongSweep(sweep))
  const at = (name: string) => statisticNames.indexOf(`error-${name}`)
  const best = able.filter(
    (one) => rises(one, form) && rivals.every((rival) => one.statistics[at(form)]! < one.statistics[at(rival)]!),
  ).length
  return {
    id: `best-${form}`,
    title: `share of sweeps in which ${formNames[form]} has the lowest held-out error of the forms with ${parameters} parameters and rises with the budget`,
    value: best / able.length,
    i90: clopperPearson(best, able.length, 1 - 2 * innerTail),
    i995: clopperPearson(best, able.length, 1 - 2 * outerTail('one')),
    method: 'count over sweeps as they are; exact binomial interval',
    resampled: `sweeps (${able.length})`,
    n: able.length,
    unit: 'share of sweeps',
    evidence: 'published',
  }
}

/** Median over sweeps of the exponent between the ends of the lower or the upper part, mean over curves. */
function exponentMeasure(tried: readonly Tried[], choices: Choices, part: 'lower' | 'upper', words: string): Measure {
  const values = tried.flatMap(({ sweep }) => {
    const parts = exponentParts(sweep.curves, 'success', choices)
    return parts === null ? [] : [{ value: parts[part], se: 0, monteCarlo: 0, scatter: still }]
  })
  return {
    id: `exponent-${part}`,
    title: `exponent of success in the budget over the ${words} part of a curve, median over sweeps`,
    ...medianOverSweeps(values),
    ...(values.length === 0 ? { reason: 'no sweep has a curve above zero' } : {}),
    method:
      'ln(y at the end / y at the start) / ln(x at the end / x at the start), mean over the curves of a sweep; sign-test limits over sweeps',
    resampled: `sweeps (${values.length})`,
    n: values.length,
    unit: 'exponent',
    evidence: 'published',
  }
}
