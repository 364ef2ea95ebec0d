import { dependencyClasses } from '@lawbook/pipelines'
import type { Measure } from '@lawbook/schemas'
import type { ExecutionChoices } from './choices.ts'
import { type Departure, departure, everywhere, type Reading } from './judged.ts'
import { type Alternative, measureOf } from './measures.ts'
import { cellsWhere, type Quantity, type Study, withoutRouters } from './study.ts'

/**
 * The channels between steps: which joint chance is compared with which product. Under the plan each step is asked otherwise, so
 * that the product of the steps alone holds what the plan does to each step; the product of the steps as they were asked does not.
 */
export const channels = [
  { id: 'plan', quantity: 'plan', below: 'product', title: 'the whole plan' },
  {
    id: 'asked',
    quantity: 'plan',
    below: 'plan-product',
    title: 'the whole plan, product of the steps as asked under it',
  },
  { id: 'removed', quantity: 'plan-removed', below: 'product', title: 'the whole plan, the first skill removed' },
  { id: 'alone', quantity: 'common', below: 'product', title: 'no channel: the steps alone in one library' },
] as const satisfies readonly { id: string; quantity: Quantity; below: Quantity; title: string }[]

const chancesOf = { product: 'of the steps alone', 'plan-product': 'of the steps under the plan' } as const

/** Claim H6 and what it is made of: departure, residual and ratio for each channel, before any state exists. */
export function residualMeasures(study: Study, choices: ExecutionChoices): Measure[] {
  const hearing = withoutRouters(study, choices.deaf)
  const of = (under: Partial<Reading>, by = study): Departure => {
    const main: Reading = { above: 'plan', below: 'product', cells: everywhere(by), size: choices.size }
    return departure(by, { ...main, ...under }, choices.margins)
  }
  const about = { n: study.pairs.length, evidence: 'routed' } as const
  const alternative = (choice: string, option: string, under: Partial<Reading>): Alternative => ({
    choice,
    option,
    found: of(under).departure,
  })
  const alternatives = [
    ...channels.slice(1).map(({ quantity, below, title }) => alternative('channel', title, { above: quantity, below })),
    {
      choice: 'routers',
      option: 'without those that read a request as a set of words',
      found: of({}, hearing).departure,
    },
    {
      choice: 'routers',
      option: 'without them, product of the steps as asked under the plan',
      found: of({ below: 'plan-product' }, hearing).departure,
    },
    ...choices.ladder
      .filter((size) => size !== choices.size)
      .map((size) => alternative('library size', `N = ${size}`, { size })),
    ...dependencyClasses.map((name) =>
      alternative('pairs', name, { cells: cellsWhere(study, (pair) => pair.class === name) }),
    ),
  ]
  return [
    measureOf(
      {
        id: 'departure',
        title: 'departure of joint choices under the plan from the product of the steps alone, in margins',
        method:
          'larger of |mean residual| / .02 and |ln ratio of means| / .1; limits: the lowest and highest absolute values inside the two intervals',
        unit: 'margins',
        ...about,
      },
      of({}).departure,
      alternatives,
    ),
    ...channels.flatMap(({ id, quantity, below, title }) => {
      const { residual, logRatio } = of({ above: quantity, below })
      return [
        measureOf(
          {
            id: `residual-${id}`,
            title: `both steps right less the product of the steps: ${title}`,
            method: `mean over pairs and judged routers of P(A and B) - P(A) P(B), ${chancesOf[below]}`,
            unit: 'points',
            ...about,
          },
          residual,
        ),
        measureOf(
          {
            id: `log-ratio-${id}`,
            title: `logarithm of both steps right over the product of the steps: ${title}`,
            method: `ln (sum of P(A and B) / sum of P(A) P(B)), ${chancesOf[below]}`,
            unit: 'ln ratio',
            ...about,
          },
          logRatio,
        ),
      ]
    }),
  ]
}
