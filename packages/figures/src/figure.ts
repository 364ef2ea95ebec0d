import { fail } from '@lawbook/base'
import type { Claim, Measure, Row } from '@lawbook/schemas'
import type { Panel } from './layers/panel.ts'
import type { FigureWidth } from './theme/presets.ts'
import type { Theme } from './theme/theme.ts'

/** What a figure may look at: finished rows and measures, and the claims, so that a printed line can be drawn. */
export type FigureInputs = {
  /** The tables that the figure names, by id. */
  readonly tables: Readonly<Record<string, readonly Row[]>>
  readonly measures: Readonly<Record<string, Measure>>
  readonly claims: Readonly<Record<string, Claim>>
}

/** The words beside a figure. `n`, `interval`, `level` and `resampled` say what the drawn intervals are. */
export type CaptionWords = {
  readonly text: string
  /** The alternative text: what somebody who cannot see the picture needs to know. */
  readonly alt: string
  readonly n: string
  readonly interval: string
  readonly level: string
  readonly resampled: string
}

export type Figure = {
  readonly id: string
  readonly title: string
  readonly width: FigureWidth
  /** The tables that it draws. */
  readonly tables: readonly string[]
  /** A Vega-Lite spec of finished numbers; its panels share `theme.width`. */
  readonly spec: (context: FigureInputs & { readonly theme: Theme }) => Panel
  readonly caption: (inputs: FigureInputs) => CaptionWords
}

export type Figures = { readonly experiment: string; readonly figures: readonly Figure[] }

/** Define the figures of an experiment: the default export of its `figures.ts`. Throws LB_DUPLICATE_ID. */
export function defineFigures(experiment: string, figures: readonly Figure[]): Figures {
  const ids = figures.map(({ id }) => id)
  const twice = ids.find((id, i) => ids.indexOf(id) !== i)
  if (twice !== undefined) fail('LB_DUPLICATE_ID', `${experiment} has two figures "${twice}"; rename one of them`)
  return { experiment, figures }
}
