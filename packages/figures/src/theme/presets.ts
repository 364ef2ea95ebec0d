/**
 * The page of a venue: widths of a figure in points (1/72 inch; a pixel of Vega is a point) and the size of axis
 * titles; tick labels are one point smaller.
 *
 * - neurips: text block 5.5 in (NeurIPS formatting instructions, section 2); it has one column, so `column` is
 *   0.6 of the block, which is what a wrapped figure takes.
 * - icml: text block 6.75 in, columns 3.25 in (ICML author instructions, "Dimensions").
 * - acl: text block 16 cm, columns 7.7 cm (ACL style files, "Page layout").
 * - ieee: 7.16 in and 3.5 in (IEEE Author Center, "Resolution and size").
 * - slides: 12 in and 6 in on a page of 13.33 by 7.5 in.
 */
export const presets = {
  neurips: { column: 238, full: 396, fontSize: 8 },
  icml: { column: 234, full: 486, fontSize: 8 },
  acl: { column: 218, full: 454, fontSize: 8 },
  ieee: { column: 252, full: 516, fontSize: 8 },
  slides: { column: 432, full: 864, fontSize: 16 },
} as const

export type Preset = keyof typeof presets
export type FigureWidth = 'column' | 'full'
