import type { DiffClaim, Measure } from '@lawbook/schemas'
import { type Html, html } from './html.ts'

const [width, height, middle] = [320, 30, 15] as const

/**
 * Claimed against recomputed at one glance: what the claim allows as a band, the 99.5 % interval as a thin line, the
 * 90 % interval as a thick one, the value as a dot. Null where there is nothing to draw. The same numbers stand in the
 * text beside it, so that it is hidden from screen readers.
 */
export function strip(expected: DiffClaim['expected'], measure: Measure | null): Html | null {
  if (measure === null || measure.value === null || measure.i90 === null || measure.i995 === null) return null
  if (expected.allowed === null) return null
  const { lo, hi } = expected.allowed
  const marks = [measure.value, ...measure.i90, ...measure.i995, lo, hi].filter((x) => x !== null) as number[]
  const reach = Math.max(...marks) - Math.min(...marks)
  // A neutral value that is far away would squeeze everything else into a dot.
  const near = expected.neutral !== null && marks.some((x) => Math.abs(x - expected.neutral!) <= 3 * reach)
  if (near) marks.push(expected.neutral!)
  const [least, most] = [Math.min(...marks), Math.max(...marks)]
  const pad = most > least ? (most - least) * 0.08 : Math.max(Math.abs(most), 1) * 0.08
  const at = (x: number | null, end: number): string =>
    (x === null ? end : 4 + ((x - least + pad) / (most - least + 2 * pad)) * (width - 8)).toFixed(1)
  const [left, right] = [at(lo, 0), at(hi, width)]
  const band = Math.max(2, Number(right) - Number(left)).toFixed(1)
  const [a, b] = [at(measure.i995[0] as number, 0), at(measure.i995[1] as number, 0)]
  const [c, d] = [at(measure.i90[0] as number, 0), at(measure.i90[1] as number, 0)]
  const zero = near ? at(expected.neutral, 0) : null
  return html`<svg class="strip" viewBox="0 0 ${width} ${height}" preserveAspectRatio="xMinYMid" aria-hidden="true"><line class="base" x1="0" x2="${width}" y1="${middle}" y2="${middle}"/><rect class="band" x="${left}" y="3" width="${band}" height="${height - 6}"/>${zero === null ? null : html`<line class="zero" x1="${zero}" x2="${zero}" y1="1" y2="${height - 1}"/>`}<line class="outer" x1="${a}" x2="${b}" y1="${middle}" y2="${middle}"/><line class="inner" x1="${c}" x2="${d}" y1="${middle}" y2="${middle}"/><circle cx="${at(measure.value, 0)}" cy="${middle}" r="4"/></svg>`
}
