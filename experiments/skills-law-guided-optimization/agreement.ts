import type { Row } from '@lawbook/schemas'
import { type Judgement, judgements } from './ratings.ts'

/** Two raters on the same items. */
export type Agreement = {
  readonly n: number
  /** Share of items of which both say that the picked skill would do, alone or as well as the right one. */
  readonly both: number
  /** The same of one rater at least. */
  readonly either: number
  /** Cohen's kappa on "the picked skill would do" against "it would not"; NaN where chance agreement is certain. */
  readonly kappa: number
  /** The same on all four judgements. */
  readonly kappaOfFour: number
}

/** Whether a rater finds that the picked skill would do. */
const would = (said: unknown): boolean => said === 'picked only' || said === 'both'

/** How the raters judged some items; NaN shares without items. */
export function agreementOf(rows: readonly Row[]): Agreement {
  const share = (is: (row: Row) => boolean): number => rows.filter(is).length / rows.length
  return {
    n: rows.length,
    both: share(({ one, two }) => would(one) && would(two)),
    either: share(({ one, two }) => would(one) || would(two)),
    kappa: cohen(rows, (said) => Number(would(said)), 2),
    kappaOfFour: cohen(rows, (said) => judgements.indexOf(said as Judgement), judgements.length),
  }
}

/** Cohen (1960): (p_o - p_e)/(1 - p_e), p_e from the raters' own shares. */
function cohen(rows: readonly Row[], codeOf: (said: unknown) => number, codes: number): number {
  const shareOf = (rater: 'one' | 'two', code: number): number =>
    rows.filter((row) => codeOf(row[rater]) === code).length / rows.length
  const agreed = rows.filter(({ one, two }) => codeOf(one) === codeOf(two)).length / rows.length
  let expected = 0
  for (let code = 0; code < codes; code++) expected += shareOf('one', code) * shareOf('two', code)
  return (agreed - expected) / (1 - expected)
}
