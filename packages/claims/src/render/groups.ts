import type { Diff, DiffClaim } from '@lawbook/schemas'
import { gone } from '../changes.ts'
import { countVerdicts } from '../summary.ts'

/** Claims that may stand in one table. The groups are never added up. */
export type ClaimGroup = { readonly title: string; readonly claims: readonly DiffClaim[] }

/** The claims in groups: on the claim's own ground, in form only, not testable here, gone. Empty groups are left out. */
export function groupClaims({ claims }: Diff): ClaimGroup[] {
  const present = claims.filter(({ changed }) => changed !== gone)
  const testable = present.filter(({ verdict }) => verdict !== 'not-testable')
  const groups = [
    {
      title: "on the claim's own ground",
      claims: testable.filter(({ comparability }) => comparability !== 'form-only'),
    },
    { title: 'in form only', claims: testable.filter(({ comparability }) => comparability === 'form-only') },
    { title: 'not testable here', claims: present.filter(({ verdict }) => verdict === 'not-testable') },
    { title: 'gone', claims: claims.filter(({ changed }) => changed === gone) },
  ]
  return groups.filter((group) => group.claims.length > 0)
}

/** "2 reproduced, 1 inconclusive": how many claims of one group have each verdict. */
export function countsText(claims: readonly DiffClaim[]): string {
  return Object.entries(countVerdicts(claims))
    .map(([word, n]) => `${n} ${word}`)
    .join(', ')
}
