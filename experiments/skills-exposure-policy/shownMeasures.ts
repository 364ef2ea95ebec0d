import type { Estimate, Measure } from '@lawbook/schemas'
import { bend } from './bend.ts'
import { budgetArm, doubledArms } from './budgetEvidence.ts'
import type { ExposureChoices } from './choices.ts'
import { type Estimated, estimateFrom, nested } from './contrast.ts'
import type { Observed } from './evidence.ts'
import { groupingIds, groupingNames, refitted, structureArms } from './groupings.ts'
import type { Panelist } from './judge.ts'
import { breakSize } from './listedShare.ts'
import { basis, panel, reasonFor, signedMeasure } from './measures.ts'

/** Measures that no claim speaks of: what a budget does, units listed anew, and what fitting two texts a skill does. */
export function shownMeasures(observed: Observed, choices: ExposureChoices): Measure[] {
  const routers = panel(observed, choices)
  const bends = choices.budgets.map((budget) => ({ budget, estimate: bendOf(observed, routers, budget) }))
  const main = twoSided(bends.find(({ budget }) => budget === choices.budget)?.estimate ?? null)
  return [
    {
      id: 'budget-bend',
      title: `what a budget of ${choices.budget} characters adds to the slope beyond its break size`,
      ...main,
      ...reasonFor(main, routers),
      method:
        'slope beyond the break size less slope up to it, less the same of the unlimited curve; least squares on ln N; the break size from entry lengths',
      unit: 'points per doubling of N',
      ...basis(routers),
      alternatives: bends
        .filter(({ budget }) => budget !== choices.budget)
        .map(({ budget, estimate }) => ({ choice: 'budget', option: `${budget} characters`, ...twoSided(estimate) })),
    },
    ...groupingIds
      .map((grouping) =>
        signedMeasure(routers, choices, {
          id: `relisted-difference-${grouping}`,
          title: `accuracy of two-level routing less accuracy of flat routing, all fitted on the drawn skills alone, ${groupingNames[grouping]}`,
          reading: { first: structureArms(grouping).relisted, second: refitted, scale: 'points' },
        }),
      )
      .map((measure) => ({
        ...measure,
        method: `${choices.relistings} random orders of all skills cut into libraries of ${choices.size}; ties shared; mean over the judged routers, one a kin`,
      })),
    signedMeasure(routers, choices, {
      id: 'doubled-fit-shift',
      title: 'accuracy with all skills in full, fitted with name entries beside them, less the plain fit',
      reading: { first: doubledArms.unlimited, second: 'full', scale: 'points' },
    }),
  ]
}

function bendOf(observed: Observed, routers: readonly Panelist[], budget: number): Estimated | null {
  if (routers.length === 0) return null
  return bend(
    routers.map(({ kin, sample }) => ({
      kin,
      limited: sample(budgetArm(budget)),
      unlimited: sample(doubledArms.unlimited),
    })),
    breakSize(observed.lengths, budget),
  )
}

function twoSided(estimate: Estimated | null): Estimate {
  return estimateFrom(estimate === null ? null : nested(estimate, 'two'))
}
