import { type Check, scoreOf } from '../result.ts'
import type { Loaded, Verdict } from './driver.ts'
import type { Played } from './stages.ts'

const neverAsked: Verdict = { outcome: 'error', detail: 'it was never asked: a stage crashed' }

/** Every planned item as a check, in order; those of stages that never ran are errors. */
export function plannedChecks({ planned }: Pick<Loaded, 'planned'>, verdicts: Played['verdicts']): Check[] {
  const left = new Map([...verdicts].map(([stage, said]) => [stage, [...said]]))
  return planned.map(({ stage, id, weight }) => {
    const { outcome, detail } = left.get(stage)?.shift() ?? neverAsked
    return { id, weight, outcome, detail, stage }
  })
}

/** The checks that upstream counts: those of stages that ran, and the final ones even after a crash. */
export function upstreamChecks(loaded: Loaded, { verdicts, finalAfterCrash }: Played): Check[] {
  const asked = finalAfterCrash === null ? verdicts : new Map([...verdicts, ['final', finalAfterCrash] as const])
  return plannedChecks({ planned: loaded.planned.filter(({ stage }) => asked.has(stage)) }, asked)
}

/** What upstream would make of a task of which a stage crashed. */
export function upstreamSays(counted: readonly Check[], planned: number): string {
  const score = rounded(scoreOf(counted, 'declared') ?? 0)
  return `upstream would score ${score} over ${counted.length} of the ${planned} planned items`
}

/** A share at three decimals. */
export function rounded(share: number): number {
  return Math.round(share * 1000) / 1000
}
