import type { Form } from '@lawbook/audit'
import type { Estimate, Measure } from '@lawbook/schemas'
import type { Asking } from './cells.ts'
import type { ForecastChoices } from './choices.ts'
import { wholeColumn } from './columns.ts'
import { formId, meanByDraw, unknown } from './errors.ts'
import { designs } from './growth.ts'
import { type Chosen, forecastsBy, judge, lessError } from './judge.ts'
import { countsOf, optimismOf } from './optimism.ts'
import { type Look, partOf, type Study } from './study.ts'

type Alternative = NonNullable<Measure['alternatives']>[number]

const nothing = 'no form could be fitted to the curves of all libraries'

/** Every measure that a claim is judged by. */
export function measuresOf(study: Study, choices: ForecastChoices): Measure[] {
  return [...forecastMeasures(study, choices), optimismMeasure(study, choices)]
}

function forecastMeasures(study: Study, choices: ForecastChoices): Measure[] {
  const { chosen, test } = study
  const found = chosen === null ? null : judge(chosen, test.all, test.cells, choices)
  const draws = new Set(test.cells.map(({ draw }) => draw)).size
  const most = Math.max(...choices.factors)
  const common = {
    resampled: `growing libraries (${draws}; CR2, t); the ${study.routers.length} routers and the skills they are drawn from are held fixed`,
    n: test.cells.length,
    evidence: 'routed' as const,
    ...(found === null || found.coverage.value === null ? { reason: nothing } : {}),
  }
  const others = chosen === null ? null : otherwise(study, chosen, choices)
  return [
    {
      id: 'less-error-than-log',
      title: `absolute error of the log line less that of the chosen form at ${most} times today's size`,
      ...(found?.['less-error-than-log'] ?? unknown),
      method: `forecast from exact accuracy up to n, against what came at ${most}n; mean over held-out libraries, sizes and routers`,
      unit: 'points',
      ...common,
      alternatives: others?.error ?? [],
    },
    {
      id: 'coverage',
      title: 'share of held-out libraries whose 90 % interval holds what came',
      ...clipped(found?.coverage ?? unknown),
      method: `interval from calibration libraries; mean over held-out libraries, sizes, routers and factors ${choices.factors.join(' and ')}`,
      unit: 'share',
      ...common,
      alternatives: others?.coverage ?? [],
    },
  ]
}

/** A share has no limit outside [0, 1]. */
function clipped({ value, i90, i995 }: Estimate): Estimate {
  const inside = (limits: Estimate['i90']) =>
    limits === null ? null : ([Math.max(0, limits[0]), Math.min(1, limits[1])] as const)
  return { value, i90: inside(i90), i995: inside(i995) }
}

/** The same two numbers for other users, other lines and other libraries: shown, never judged. */
function otherwise(study: Study, chosen: Chosen, choices: ForecastChoices) {
  const { test } = study
  const last = choices.factors.length - 1
  const error: Alternative[] = []
  const coverage: Alternative[] = []
  const add = (choice: string, option: string, look: Look): void => {
    const found = judge(chosen, look.all, look.cells, choices)
    error.push({ choice, option, ...found['less-error-than-log'] })
    coverage.push({ choice, option, ...clipped(found.coverage) })
  }
  const asking: readonly Asking[] = ['direct', 'situated']
  const judged = [chosen.form, chosen.line]
  for (const one of asking) add('requests', `${one} alone`, study.again(one, judged))
  add('what comes', 'accuracy of requests for all skills by then', study.again('mean', judged, wholeColumn))
  for (const design of designs)
    add(
      'libraries',
      design,
      partOf(test, (cell) => cell.design === design),
    )
  for (const n of choices.skills)
    add(
      'skills today',
      String(n),
      partOf(test, ({ skills }) => skills === n),
    )
  for (const { id, short } of study.routers)
    add(
      'router',
      short,
      partOf(test, ({ router }) => router === id),
    )
  const compare = (choice: string, option: string, form: Form, k: number): void => {
    const less = lessError(forecastsBy(test.all, chosen.form), forecastsBy(test.all, form), test.cells, k)
    error.push({ choice, option, ...meanByDraw(less, test.cells) })
  }
  for (const fitted of ['all', 'near'] as const)
    compare('log line fitted to', fitted === 'all' ? 'all sizes' : 'the last two octaves', { law: 'log', fitted }, last)
  choices.factors.slice(0, last).forEach((factor, k) => {
    compare('factor', String(factor), chosen.line, k)
  })
  return { error, coverage }
}

function optimismMeasure({ probed, routers }: Study, { probeSizes, probeSize }: ForecastChoices): Measure {
  const at = (some: typeof probed, size: number): Estimate =>
    some.length === 0 ? unknown : optimismOf(some)[probeSizes.indexOf(size)]!
  const counts = probed[0] === undefined ? { requests: 0, probes: 0, packages: 0 } : countsOf(probed[0])
  return {
    id: 'optimism',
    title: `accuracy of probes from bodies less that of written requests among ${probeSize} skills`,
    ...at(probed, probeSize),
    method: 'exact accuracy over random libraries of the same skills, mean over routers; written: mean of two wordings',
    resampled: `packages (${counts.packages}; delete-one jackknife, t); routers are held fixed`,
    n: counts.requests + counts.probes,
    unit: 'points',
    evidence: 'routed',
    alternatives: [
      ...probeSizes
        .filter((size) => size !== probeSize)
        .map((size) => ({ choice: 'N', option: String(size), ...at(probed, size) })),
      ...routers.map(({ id, short }) => ({
        choice: 'router',
        option: short,
        ...at(
          probed.filter(({ router }) => router === id),
          probeSize,
        ),
      })),
    ],
  }
}

/** The chosen form in words. */
export const formTitle = (form: Form): string =>
  `${formId(form).split(' ')[0]} law, fitted to ${form.fitted === 'all' ? 'all sizes' : 'the last two octaves'}`
