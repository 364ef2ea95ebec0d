import type { LibraryStep } from '../edit/edit.ts'
import { boundaryStepId, rewriteBoundaries } from './boundaryStep.ts'
import { mergePairs, mergeStepId } from './mergeStep.ts'
import { type Reading, releasedReading } from './reading.ts'
import { anchoringStepId, anchorPrompts, removalStepId, removeAbstract } from './skillSteps.ts'

const code = 'github.com/evolvent-ai/skill-laws, auto_skill_manager (arXiv 2605.16508)'

/**
 * The four steps of the paper in the rules of the authors' released optimiser, under a reading of it. Each analyses the
 * library that it is given; none reads a request.
 */
export const authorsStepsOf = (reading: Reading): readonly LibraryStep[] => [
  {
    id: mergeStepId,
    title: 'Nearest-neighbour audit: merge redundant pairs',
    source: code,
    edit: (library) => mergePairs(library, reading),
  },
  {
    id: boundaryStepId,
    title: 'Boundary rewriting: close pairs point away from each other',
    source: code,
    edit: (library) => rewriteBoundaries(library, reading),
  },
  {
    id: removalStepId,
    title: 'Abstract-skill removal: remove or narrow',
    source: code,
    edit: (library) => removeAbstract(library, reading),
  },
  {
    id: anchoringStepId,
    title: 'Prompt anchoring: rewrite weakly anchored descriptions',
    source: code,
    edit: (library) => anchorPrompts(library, reading),
  },
]

/** The four steps as released (`releasedReading`). */
export const authorsSteps: readonly LibraryStep[] = authorsStepsOf(releasedReading)
