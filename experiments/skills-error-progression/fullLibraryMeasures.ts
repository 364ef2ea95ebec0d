import type { Measure } from '@lawbook/schemas'
import type { Wording } from '@lawbook/skill-requests'
import type { ProgressionChoices } from './choices.ts'
import { type FamilyKind, familyKinds } from './classes.ts'
import { combined, median } from './estimate.ts'
import type { Observed } from './evidence.ts'
import { measureOf, sampled } from './measures.ts'
import { sharesOf } from './pickSums.ts'
import { sizeShares } from './sizeShares.ts'
import { designNames, designs } from './tally.ts'

const nobody = 'no router reached the calibration accuracy that is needed to be judged'

/** Claim H22: wrong picks in the full library that stay in the right skill's family, and the raw shares beside it. */
export function inFamilyMeasures(
  observed: Observed,
  judged: readonly string[],
  choices: ProgressionChoices,
): readonly Measure[] {
  const kind = choices.family as FamilyKind
  const full = (asked: string, families: FamilyKind) =>
    sharesOf(judged.map((id) => observed.pickSums(id, asked as Wording, families)))
  const shares = full(choices.wording, kind)
  const about = sampled(observed.requests('test', choices.wording as Wording))
  const corrected = measureOf(
    {
      id: 'in-family',
      title: 'wrong picks in the full library that stay in the right skill’s family, beyond chance',
      method: '100 (O - E)/(1 - E), E = share under uniform wrong picks; mean over judged routers',
      unit: '% of wrong picks, chance-corrected',
      ...about,
    },
    shares?.inFamily.corrected,
    judged.length === 0 ? nobody : 'a judged router has no wrong picks, or all or none stay in the family',
    judged.map((id, k) => ({ label: id, judged: shares?.inFamilyByRouter[k] ?? null })),
    [
      {
        choice: 'wording',
        option: choices.ambiguous,
        judged: full(choices.ambiguous, kind)?.inFamily.corrected,
      },
      ...familyKinds
        .filter((other) => other !== kind)
        .map((other) => ({
          choice: 'families',
          option: other,
          judged: full(choices.wording, other)?.inFamily.corrected,
        })),
    ],
  )
  const raw = { method: 'mean over judged routers', unit: '% of wrong picks', ...about }
  const title = 'wrong picks in the full library that stay in the right skill’s family'
  return [
    corrected,
    measureOf({ id: 'in-family-raw', title, ...raw }, shares?.inFamily.observed, nobody),
    measureOf(
      { id: 'in-family-by-chance', title: 'the same, if wrong picks fell on any skill alike', ...raw },
      shares?.inFamily.chance,
      nobody,
    ),
  ]
}

/** Claim H23: situated requests that a black hole captures in the full library. */
export function capturedMeasure(observed: Observed, judged: readonly string[], choices: ProgressionChoices): Measure {
  const ambiguous = choices.ambiguous as Wording
  const full = (asked: Wording) =>
    sharesOf(judged.map((id) => observed.pickSums(id, asked, choices.family as FamilyKind)))
  const shares = full(ambiguous)
  return measureOf(
    {
      id: 'captured',
      title: 'situated requests that a black hole captures in the full library, beyond chance',
      method:
        'held-out wrong picks on skills frozen on the calibration half; median over judged routers, in value and limits',
      unit: '% of requests beyond uniform wrong picks',
      ...sampled(observed.requests('test', ambiguous)),
    },
    shares?.captured.beyond,
    judged.length === 0 ? nobody : 'a judged router has no black hole',
    judged.map((id, k) => ({ label: id, judged: shares?.capturedByRouter[k] ?? null })),
    [
      { choice: 'wording', option: choices.wording, judged: full(choices.wording as Wording)?.captured.beyond },
      ...designs.map((design) => ({
        choice: 'library',
        option: `${designNames[design]} of 200`,
        judged: combined(
          judged.map((id) => sizeShares(observed.tallies(id, ambiguous)[design], 200)),
          median,
        ),
      })),
    ],
  )
}
