import {
  anchoring,
  applySteps,
  boundary,
  csls,
  editedStandings,
  invertedSoftmax,
  type LibraryStep,
  merging,
  mutualProximity,
  type RouterStep,
  splitting,
  trimming,
  twoLevel,
} from '@lawbook/audit'
import { chosenPointwise } from '@lawbook/routers'
import type { Row } from '@lawbook/schemas'
import { type Wording, wordings } from '@lawbook/skill-requests'
import { requestCurves } from '@lawbook/sweeps'
import { characters } from './editCounts.ts'
import { ofHalf, readFor } from './folds.ts'
import type { Scene } from './scene.ts'

/** One way of editing, or of correcting the routers, that our defaults were chosen among. */
type Variant = {
  readonly group: string
  readonly variant: string
  /** It is what our defaults do. */
  readonly chosen: boolean
  readonly steps: readonly LibraryStep[]
  readonly correction?: RouterStep
}

/** What was tried beside our defaults. */
function variantsOf(families: ReadonlyMap<string, string>): Variant[] {
  const step = (group: string, variant: string, one: LibraryStep, chosen = false): Variant => ({
    ...{ group, variant, chosen },
    steps: [one],
  })
  const correction = (group: string, variant: string, one: RouterStep, chosen = false): Variant => ({
    ...{ group, variant, chosen, steps: [] },
    correction: one,
  })
  return [
    ...[4, 8, 12, 16].map((words) => step('anchors', `${words} words`, anchoring({ words }), words === 12)),
    step('boundaries', 'clauses about others out', boundary({ words: 0 })),
    ...[4, 8].map((words) => step('boundaries', `and ${words} words`, boundary({ words }), words === 4)),
    step('openings', 'shared openings out', trimming(), true),
    step('entries', 'copies merged', merging(), true),
    step('entries', 'split in two', splitting()),
    ...[0.4, 0.7, 1].map((strength) =>
      correction('hubs', `CSLS, strength ${strength}`, csls(20, strength), strength === 0.7),
    ),
    correction('hubs', 'mutual proximity', mutualProximity()),
    correction('hubs', 'inverted softmax', invertedSoftmax(1)),
    ...(['mean', 'best'] as const).map((by) =>
      correction('two levels', `family by its ${by}`, twoLevel({ by, familiesOf: () => families })),
    ),
  ]
}

/**
 * The calibration half alone: each variant reads its requests in one wording and is asked them in the other, both ways.
 * Rows hold the mean change of exact accuracy at the judged size, in points, a router, and the change of the listing in
 * characters. What was chosen on these numbers is better here than elsewhere.
 */
export async function variantRows(scene: Scene): Promise<Row[]> {
  const rows: Row[] = []
  for (const router of chosenPointwise(scene.choices.variantRouters)) {
    const before = await both(scene, router, { group: '', variant: '', chosen: false, steps: [] })
    for (const variant of variantsOf(scene.families.similarity)) {
      const { group, variant: name, chosen } = variant
      const after = await both(scene, router, variant)
      rows.push({
        ...{ group, variant: name, chosen, router: router.id },
        before: before.right,
        gain: 100 * (after.right - before.right),
        chars: after.chars,
      })
    }
  }
  return rows
}

/** Mean over the two wordings of the accuracy on calibration requests, and the change of the listing. */
async function both(
  scene: Scene,
  router: Parameters<RouterStep['wrap']>[0],
  variant: Variant,
): Promise<{ right: number; chars: number }> {
  const found: { right: number; chars: number }[] = []
  for (const tested of wordings) found.push(await one(scene, router, variant, tested))
  const mean = (of: (each: { right: number; chars: number }) => number): number =>
    found.reduce((sum, each) => sum + of(each), 0) / found.length
  return { right: mean(({ right }) => right), chars: mean(({ chars }) => chars) }
}

async function one(
  { library, requests, split, resources, choices }: Scene,
  plain: Parameters<RouterStep['wrap']>[0],
  { steps, correction }: Variant,
  tested: Wording,
): Promise<{ right: number; chars: number }> {
  const calibration = ofHalf(split, 'calibration')
  const read = readFor(tested, requests, calibration)
  const asked = requests.filter(({ skill, wording }) => wording === tested && calibration(skill))
  const edited = applySteps(library, steps, read)
  const router = correction === undefined ? plain : correction.wrap(plain, read)
  const standings = await editedStandings({
    ...{ router, original: library, edited, requests: asked, resources },
    reading: 'strict',
  })
  const { right } = requestCurves(standings, [choices.size], library.skills.length)
  return { right: meanOf(right), chars: characters(edited.library) - characters(library) }
}

const meanOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length
