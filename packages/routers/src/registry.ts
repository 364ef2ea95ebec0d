import { fail } from '@lawbook/base'
import { bm25 } from './bm25.ts'
import { bm25Wordnet } from './bm25Wordnet.ts'
import { charNgrams } from './charNgrams.ts'
import { elasticlunr } from './elasticlunr.ts'
import { flexsearch } from './flexsearch.ts'
import { fts5 } from './fts5.ts'
import { fuse } from './fuseJs.ts'
import { fuzzball } from './fuzzball.ts'
import { gloveMean } from './gloveMean.ts'
import { gloveSif } from './gloveSif.ts'
import { gloveSoft } from './gloveSoft.ts'
import { lsa } from './lsa.ts'
import { lunr } from './lunr.ts'
import { miniSearch } from './miniSearch.ts'
import { miniSearchFuzzy } from './miniSearchFuzzy.ts'
import { naiveBayes } from './naiveBayes.ts'
import { okapibm25 } from './okapibm25.ts'
import { orama } from './orama.ts'
import { random } from './random.ts'
import type { Router } from './router.ts'
import { rrfBm25Use } from './rrfBm25Use.ts'
import { tfIdf } from './tfIdf.ts'
import { tokenOverlap } from './tokenOverlap.ts'
import { use } from './use.ts'
import { wink } from './wink.ts'
import { zsumBm25Use } from './zsumBm25Use.ts'

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

/** Every router of the project: one file and one line each, kin by kin, the plainest of a kin first. */
export const routers = registerRouters<Router>([
  ...[bm25, miniSearch, miniSearchFuzzy, lunr, wink, fts5, orama, bm25Wordnet, okapibm25],
  ...[tfIdf, elasticlunr],
  ...[charNgrams, fuzzball, fuse],
  ...[tokenOverlap, flexsearch],
  ...[gloveMean, gloveSif, gloveSoft],
  ...[use],
  ...[naiveBayes, lsa],
  ...[rrfBm25Use, zsumBm25Use],
  ...[random],
])
