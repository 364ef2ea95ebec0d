import { fail } from '@lawbook/base'
import { bm25 } from './bm25.ts'
import { charNgrams } from './charNgrams.ts'
import { miniSearch } from './miniSearch.ts'
import { random } from './random.ts'
import type { Router } from './router.ts'
import { tfIdf } from './tfIdf.ts'
import { tokenOverlap } from './tokenOverlap.ts'

export { type Choice, chooseAmong, tieKey } from './choose.ts'
export {
  defineRouter,
  type FittedListwise,
  type FittedPointwise,
  type ListwiseRouter,
  type PointwiseRouter,
  type Router,
  type Scores,
} from './router.ts'

/** Routers with distinct ids; two routers with one id throw LB_DUPLICATE_ID. */
export function registerRouters<R extends Router>(list: readonly R[]): readonly R[] {
  const seen = new Map<string, string>()
  for (const { id, title } of list) {
    const other = seen.get(id)
    if (other !== undefined)
      fail('LB_DUPLICATE_ID', `the router id "${id}" belongs to both "${other}" and "${title}"; rename one`)
    seen.set(id, title)
  }
  return list
}

/** Every router of the project: one file and one line each. */
export const routers = registerRouters([bm25, tfIdf, charNgrams, miniSearch, tokenOverlap, random])
