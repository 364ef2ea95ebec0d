import type { DependencyClass } from '@lawbook/pipelines'
import { dependencyClasses } from '@lawbook/pipelines'
import type { Measure } from '@lawbook/schemas'
import type { CouplingChoices } from './choices.ts'
import { couplingOf, kappaOf } from './coupling.ts'
import { estimateOf, type JudgedCoupling } from './estimate.ts'
import { grounds } from './grounds.ts'
import { type Observed, type Scene, sceneOf, type View } from './scene.ts'

type Alternative = NonNullable<Measure['alternatives']>[number]

const unit = 'points of root mean squared error'
const few = 'fewer than three families of routers: one is left out by the model and one by the jackknife'

/** The judged number with the guard, the same without it, kappa, and how many families the routers are worth. */
export function measuresOf(
  observed: Observed,
  scene: Scene,
  judged: JudgedCoupling,
  choices: CouplingChoices,
): Measure[] {
  const { found, guarded, unguarded } = judged
  const n = scene.clusters.length
  const method = `least error of three models without b less error of b ln κ, each fitted to all families of routers but one and predicting that one; exact chances of second steps at N = ${choices.size} with the executed state and with that of another pair, the skills that left them in every library`
  const shared = { unit, n, evidence: 'executed', resampled: found?.resampled ?? 'nothing' } as const
  const reason = found === null ? { reason: few } : {}
  const parts = (found?.contrasts ?? []).map(({ rival, nested }) => ({ label: rival.title, ...estimateOf(nested) }))
  return [
    {
      ...shared,
      ...reason,
      ...guarded,
      id: 'coupling',
      title: 'how much better b ln κ foretells families of routers left out than the best model without b',
      method: `${method}; no interval with fewer than ${choices.families} families`,
      resampled: guarded.i90 === null ? 'nothing: too few families of routers' : shared.resampled,
    },
    {
      ...shared,
      ...reason,
      ...unguarded,
      id: 'coupling-unguarded',
      title: 'the same, as if the routers were families enough',
      method,
      parts,
      alternatives: alternativesOf(observed, scene, choices),
    },
    kappaMeasure(observed, scene, choices),
    ...independenceMeasures(judged, n),
  ]
}

/** What the guard counts, and what the routers are worth by how alike they find steps hard. */
function independenceMeasures({ independent }: JudgedCoupling, n: number): Measure[] {
  const shared = { i90: null, i995: null, resampled: 'nothing', n, evidence: 'routed' } as const
  return [
    {
      ...shared,
      id: 'families',
      title: 'families of routers',
      value: independent.families,
      method: 'kins of routers that are no floor',
      unit: 'families',
    },
    {
      ...shared,
      id: 'participation-ratio',
      title: 'how many independent routers they are worth by how alike they find steps hard',
      value: independent.ratio,
      method: "participation ratio of the routers' ln p over second steps from their text alone",
      unit: 'routers',
    },
  ]
}

/** The views of the evidence that a number is repeated on. */
function views({ size, wording, ladder }: CouplingChoices): readonly { choice: string; option: string; view: View }[] {
  const main: View = { size, wording }
  return [
    ...ladder
      .filter((other) => other !== size)
      .map((other) => ({ choice: 'library size', option: `N = ${other}`, view: { ...main, size: other } })),
    ...dependencyClasses.map((one: DependencyClass) => ({
      choice: 'pairs',
      option: `${one} ones`,
      view: { ...main, class: one },
    })),
    { choice: 'pairs', option: 'the difficult third of each router', view: { ...main, difficult: true } },
    ...(['kept', 'removed'] as const).map((ground) => ({
      choice: 'skills that left the states',
      option: grounds[ground].title,
      view: { ...main, ground },
    })),
    { choice: 'compared with', option: 'no state at all', view: { ...main, againstNone: true } },
    {
      choice: 'compared with',
      option: 'no state at all, the own first skill in no library',
      view: { ...main, ground: 'removed', againstNone: true },
    },
    { choice: 'b from', option: 'situated requests', view: { ...main, wording: 'situated' } },
    { choice: 'routers', option: 'floors as a family of their own', view: { ...main, floors: true } },
  ]
}

function alternativesOf(observed: Observed, scene: Scene, choices: CouplingChoices): Alternative[] {
  return [
    { choice: 'error', option: 'mean absolute', ...estimateOf(couplingOf(scene, 'absolute')?.smallest) },
    {
      choice: 'weights',
      option: 'every router the same',
      ...estimateOf(couplingOf(scene, 'squared', 'routers')?.smallest),
    },
    ...views(choices).map(({ choice, option, view }) => ({
      choice,
      option,
      ...estimateOf(couplingOf(sceneOf(observed, view))?.smallest),
    })),
  ]
}

function kappaMeasure(observed: Observed, scene: Scene, choices: CouplingChoices): Measure {
  const found = kappaOf(scene)
  const estimate = estimateOf(found?.nested)
  return {
    id: 'kappa',
    title: 'by which factor the library would have to shrink for the gain that a state gives, if the gain is b ln κ',
    ...estimate,
    ...(estimate.value === null ? { reason: 'there is no pair, or no router that is not a floor' } : {}),
    method: `exp of the least-squares slope of P(B | state) − P(B | placebo) on b through the origin, every family the same, at N = ${choices.size}`,
    resampled: found?.resampled ?? 'nothing',
    n: scene.clusters.length,
    unit: 'times',
    evidence: 'executed',
    alternatives: views(choices).map(({ choice, option, view }) => ({
      choice,
      option,
      ...estimateOf(kappaOf(sceneOf(observed, view))?.nested),
    })),
  }
}
