import {
  applySteps,
  authorsSteps,
  authorsStepsOf,
  type Edited,
  type LibraryStep,
  ourRouterStep,
  ourSteps,
  type RouterStep,
  releasedReading,
  twoLevel,
} from '@lawbook/audit'
import type { StreamFactory } from '@lawbook/base'
import { type Wording, wordings } from '@lawbook/skill-requests'
import type { Request } from '@lawbook/skills'
import type { Arm } from './arm.ts'
import { halfOfPackages, ofHalf, readFor } from './folds.ts'
import { placeboOf } from './placebo.ts'
import type { Scene } from './scene.ts'
import { allOf, maskText, ordersOf, subsetsOf } from './subsets.ts'

/** The steps that are held against each other: those that were published, ours, and ours on the router's side. */
export type Steps = {
  readonly authors: readonly LibraryStep[]
  readonly ours: readonly LibraryStep[]
  readonly hub: RouterStep
  /** Family first, then skill. */
  readonly twoLevel: (families: ReadonlyMap<string, string>) => RouterStep
  /** Other readings of what the authors released, by name. */
  readonly readings: Readonly<Record<string, readonly LibraryStep[]>>
}

export const allSteps: Steps = {
  authors: authorsSteps,
  ours: ourSteps,
  hub: ourRouterStep,
  twoLevel: (families) => twoLevel({ by: 'mean', familiesOf: () => families }),
  readings: {
    'eight pairs a skill': authorsStepsOf({ ...releasedReading, review: 'skill' }),
    'clauses appended': authorsStepsOf({ ...releasedReading, boundary: 'append' }),
  },
}

/** The two optimisers, and the id of the arm with all steps of one. */
export const optimisers = ['authors', 'ours'] as const
export type Optimiser = (typeof optimisers)[number]

/** Ids of arms. `tuning`: steps read the half that their constants were chosen on; `packages`: half of the packages. */
export const armIds = {
  before: 'before',
  authors: 'authors',
  ours: 'ours',
  hub: 'hub',
  both: 'ours+hub',
  twoLevel: 'two-level',
  reversed: 'authors.reversed',
  tuning: 'ours.tuning',
  packages: 'ours.packages',
} as const

export const subsetId = (optimiser: Optimiser, mask: number, steps = 4): string => {
  if (mask === 0) return armIds.before
  return mask === allOf(steps) ? optimiser : `${optimiser}.${maskText(mask, steps)}`
}
export const placeboId = (optimiser: Optimiser, draw: number): string => `${optimiser}.placebo.${draw}`

export const readingId = (name: string): string => `authors.${name}`

/** The arms that are asked of one wording, the unedited one first; arms of which all sizes are kept are adversarial too. */
export function armsOf(scene: Scene, steps: Steps, tested: Wording, stream: StreamFactory): Arm[] {
  const { library, requests, split, choices } = scene
  const none: Edited = { library, edits: [] }
  const read = readFor(tested, requests, ofHalf(split, 'test'))
  const tuned = readFor(tested, requests, ofHalf(split, 'calibration'))
  const byPackage = readFor(tested, requests, halfOfPackages(library.skills))
  const full = (own: readonly LibraryStep[], calibration: readonly Request[]): Edited =>
    applySteps(library, own, calibration)
  const subsets = optimisers.flatMap((optimiser) => {
    const all = subsetsOf(library, steps[optimiser], optimiser === 'authors' ? [] : read)
    const placebos = Array.from({ length: choices.placebos }, (_, draw): Arm => {
      const edited = placeboOf(library, all.at(-1)!, stream('placebo', optimiser, tested, draw))
      return { id: placeboId(optimiser, draw), tested, edited }
    })
    const arms = all.map((edited, mask): Arm => ({ id: subsetId(optimiser, mask), tested, edited }))
    return [...arms.slice(1), ...placebos]
  })
  const ours = subsets.find(({ id }) => id === armIds.ours)!.edited
  const arms: Arm[] = [
    { id: armIds.before, tested, edited: none },
    ...subsets,
    { id: armIds.reversed, tested, edited: full(steps.authors.toReversed(), []) },
    ...Object.entries(steps.readings).map(
      ([name, own]): Arm => ({ id: readingId(name), tested, edited: full(own, []) }),
    ),
    { id: armIds.hub, tested, edited: none, correction: { step: steps.hub, read } },
    { id: armIds.both, tested, edited: ours, correction: { step: steps.hub, read } },
    {
      id: armIds.twoLevel,
      tested,
      edited: none,
      correction: { step: steps.twoLevel(scene.families.similarity), read },
    },
    { id: armIds.tuning, tested, edited: full(steps.ours, tuned) },
    { id: armIds.packages, tested, edited: full(steps.ours, byPackage) },
  ]
  return arms.map((arm) => (mainArms.includes(arm.id) ? { ...arm, adversarial: true } : arm))
}

/** The arms that are kept at all sizes and for each router. */
export const mainArms: readonly string[] = [armIds.before, armIds.authors, armIds.ours, armIds.hub, armIds.both]

/** Whether an arm is a subset of an optimiser's steps but neither none nor all of them. */
export const isPart = (id: string): boolean => /\.[01]+$/.test(id) && !id.includes('placebo')

/** The authors' steps in all orders; they read no request, so one library serves both wordings. */
export function orderedArms({ library }: Scene, { authors }: Steps): Arm[] {
  return ordersOf(library, authors, []).flatMap(({ order, edited }) =>
    wordings.map((tested): Arm => ({ id: `order.${order}`, tested, edited })),
  )
}
