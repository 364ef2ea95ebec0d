import type { Row } from '@lawbook/schemas'
import { wordings } from '@lawbook/skill-requests'
import type { ProgressionChoices } from './choices.ts'
import { designs } from './tally.ts'

/** What a request comes to, from the bottom of the stack to the top; what is left above is right. */
export const stackParts = ['capture', 'drift', 'local', 'abstain'] as const

/**
 * The mean over judged routers of every outcome but the right one, stacked: `lo` and `hi` of each part, and `uniform`,
 * where its upper end would be if the same wrong picks fell on all competitors in the library alike. `classes` are rows
 * of `classRows`.
 */
export function stackRows(classes: readonly Row[], choices: ProgressionChoices): Row[] {
  return wordings.flatMap((wording) =>
    designs.flatMap((design) =>
      choices.ladder.flatMap((size) => {
        const own = classes.filter(
          (row) => row.judged === true && row.wording === wording && row.design === design && row.size === size,
        )
        if (own.length === 0) return []
        const mean = (name: string): number => own.reduce((sum, row) => sum + Number(row[name]), 0) / own.length
        let [hi, uniform] = [0, 0]
        return stackParts.map((part): Row => {
          const lo = hi
          hi += mean(part)
          uniform += mean(part === 'abstain' ? part : `${part}Uniform`)
          return { wording, design, size, part, lo, hi, share: hi - lo, uniform, n: own[0]!.n! }
        })
      }),
    ),
  )
}
