import type { Figure } from '@lawbook/figures'
import type { About } from './about.ts'
import { interventions } from './interventions.ts'
import { routing } from './routing.ts'
import { slopes } from './slopes.ts'

export type { About } from './about.ts'

/** The figures of a transfer experiment. */
export const transferFigures = (about: About): Figure[] => [slopes(about), interventions(about), routing(about)]
