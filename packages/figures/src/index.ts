export {
  type CaptionWords,
  defineFigures,
  type Figure,
  type FigureInputs,
  type Figures,
} from './figure.ts'
export { axis, categoryAxis, logAxis, logTicks, unlabelled } from './layers/axis.ts'
export { contextLines } from './layers/context.ts'
export { line, points } from './layers/curves.ts'
export { endLabels } from './layers/endLabels.ts'
export { band, intervalRule } from './layers/interval.ts'
export { groupDigits, superscript } from './layers/number.ts'
export { above, beside, type Panel, panel } from './layers/panel.ts'
export { referenceLine } from './layers/reference.ts'
export { region } from './layers/region.ts'
export { residualStrip } from './layers/residualStrip.ts'
export { colourOf, dashOf, inkOf, type Series, series, shapeOf } from './layers/series.ts'
export { smallMultiples } from './layers/smallMultiples.ts'
export type { Layer, Position } from './layers/types.ts'
export { type Drawing, type Picture, render } from './render/render.ts'
export { greys } from './theme/palette.ts'
export { type FigureWidth, type Preset, presets } from './theme/presets.ts'
export { type FontStyle, makeTheme, type Theme } from './theme/theme.ts'
export { fixed, intervalText, listNames, localRouters, panelLetter, percentText, valueText } from './words.ts'
