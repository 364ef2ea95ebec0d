import type { Measure } from '@lawbook/schemas'
import type { Wording } from '@lawbook/skill-requests'
import type { ProgressionChoices } from './choices.ts'
import { median } from './estimate.ts'
import type { Observed } from './evidence.ts'
import { capturedMeasure, inFamilyMeasures } from './fullLibraryMeasures.ts'
import { hubMeasures } from './hubMeasures.ts'
import { count } from './measures.ts'
import type { Progression } from './progression.ts'
import { progressionMeasure } from './progressionMeasure.ts'

/** The three judged measures, what stands beside them, and what the progression is made of. */
export function measuresOf(
  observed: Observed,
  judged: readonly string[],
  choices: ProgressionChoices,
): { readonly measures: Measure[]; readonly main: Progression | null } {
  const { main, measure } = progressionMeasure(observed, judged, choices)
  const [inFamily, ...raw] = inFamilyMeasures(observed, judged, choices)
  const holes = judged.map((id) => observed.holes(id).holes.reduce((sum, hole) => sum + hole, 0))
  const kins = new Set(judged.map((id) => observed.routers.find((router) => router.id === id)!.kin))
  const n = Math.max(1, judged.length)
  return {
    main,
    measures: [
      measure,
      inFamily!,
      capturedMeasure(observed, judged, choices),
      ...raw,
      ...hubMeasures(observed, judged, choices.wording as Wording),
      count(
        'black-holes',
        'black holes, median over judged routers',
        'skills',
        holes.length === 0 ? null : median(holes),
        n,
      ),
      count('kins', 'kins of routers that are judged', 'kins', kins.size, n),
    ],
  }
}
