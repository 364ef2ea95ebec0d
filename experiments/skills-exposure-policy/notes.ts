import type { Wording } from '@lawbook/skill-requests'
import type { ExposureChoices } from './choices.ts'
import type { Observed } from './evidence.ts'
import { refitted, structureArms } from './groupings.ts'
import { compare, estimateOf } from './judge.ts'
import { judgedRouters, kinsOf } from './judged.ts'
import { breakSize } from './listedShare.ts'
import { panel } from './measures.ts'

/** What a reader of the numbers should know: who decides, where budgets break, what drawing leaves uncertain. */
export function notesOf(observed: Observed, choices: ExposureChoices): string[] {
  const routers = judgedRouters(observed, choices.wording as Wording, choices)
  const judged = routers.filter(({ eligible }) => eligible)
  return [
    'Local routers: retrieval programs, not language models. The paper tested fifteen language models on another library.',
    `Judged: ${judged.length} routers, one a kin (${kinsOf(judged).join(', ') || 'none'}); of a kin the first that is accurate enough.`,
    ...contrasts(observed, choices),
    `An entry in full has ${mean(observed.lengths).toFixed(1)} characters on average; budgets of ${choices.budgets
      .map((budget) => `${budget} break at N* = ${breakSize(observed.lengths, budget).toFixed(0)}`)
      .join(', ')}.`,
    `Drawing libraries leaves a standard error of at most ${(100 * observed.drawingError()).toFixed(2)} points in the accuracy of a router under a budget.`,
    ...routers
      .filter(({ eligible }) => !eligible)
      .map(({ title, reason }) => `${title} is shown, not judged, on ${choices.wording} requests: ${reason}.`),
  ]
}

/** What the judged values do not show: whether names add anything to descriptions, and what listing anew leaves. */
function contrasts(observed: Observed, choices: ExposureChoices): string[] {
  const routers = panel(observed, choices)
  if (routers.length === 0) return []
  const { relisted } = structureArms('package')
  const text = (first: string, second: string): string => {
    const { value, i90 } = estimateOf(compare(routers, { first, second, scale: 'points' }, choices.size), 'points')
    const digits = (x: number): string => x.toFixed(2).replace('-', '−')
    return `${value === null ? 'unknown' : digits(value)} points (${i90?.map(digits).join(' to ') ?? 'no interval'})`
  }
  return [
    `Requests were written by people who saw descriptions and were forbidden names, so that a large effect of exposure was nearly forced. Names beside descriptions change accuracy by ${text('full', 'description')}, the contrast that nothing forced: the claim draws its line at three points.`,
    `Two levels change accuracy by ${text(structureArms('package').twoLevel, 'full')} where packages list all their members, and by ${text(relisted, refitted)} where they list the drawn ones.`,
  ]
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}
