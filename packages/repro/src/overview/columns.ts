import { textSize } from './marks.ts'
import type { Overview } from './model.ts'
import { atMostWide } from './wrap.ts'

/** The columns of the page in points: where each begins and how wide it is. */
export type Columns = {
  readonly page: number
  readonly statement: number
  readonly statementWidth: number
  readonly strip: number
  readonly stripWidth: number
  readonly verdict: number
}

/** Room between columns in points. */
export const gap = 10

/** From so many claims on a page is compact: narrower columns, smaller type, and no lines on what would change it. */
const many = 13

export function isCompact({ groups }: Overview): boolean {
  return groups.reduce((sum, { rows }) => sum + rows.length, 0) >= many
}

export function columnsOf(overview: Overview, page: number): Columns {
  const refs = overview.groups.flatMap(({ rows }) => rows.map(({ ref }) => ref))
  const statement = Math.max(...refs.map((ref) => atMostWide(ref, textSize.ref.size))) + 4
  // Texts are narrower than they are taken to be, so that less room between columns is enough.
  const [strip, verdict, between] = isCompact(overview)
    ? [page * 0.535, page * 0.76, gap * 0.4]
    : [page * 0.5, page * 0.8, gap]
  return {
    page,
    statement,
    statementWidth: strip - between - statement,
    strip,
    stripWidth: verdict - between - strip,
    verdict,
  }
}
