import type { Row } from '@lawbook/schemas'

/** How the intervals of every figure were made. */
export const jackknifed = {
  interval: 'delete-one jackknives, Student quantiles, the farther limit of each',
  resampled: 'skills of the second step, and kins of routers',
}

/** "980 points: 140 pairs with each of 7 judged routers". */
export function countText(points: readonly Row[]): string {
  const pairs = new Set(points.map(({ pair }) => pair)).size
  const routers = new Set(points.map(({ router }) => router)).size
  return `${points.length} points: ${pairs} pairs with each of ${routers} judged routers`
}

/** What is drawn side by side, as readers see it. */
export const conditionNames = {
  executed: 'executed state',
  removed: 'first skill gone',
  'removed-over-placebo': '… less a placebo',
  'own-gap': 'gap of the same wording',
  plan: 'plan only',
  'plan-removed': 'plan, first skill gone',
}
