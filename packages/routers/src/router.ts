import type { Library, Request } from '@lawbook/skills'

/**
 * What a pointwise router says about one request: one value a skill, in the order of the library. Higher is better;
 * values are rounded to 1e-6 (`roundScore`), so equal values are ties. `matched[j]` is 0 when skill j shares nothing
 * with the request: such a skill is never chosen, whatever its value.
 */
export type Scores = { readonly values: Float64Array; readonly matched: Uint8Array }

/** A router that has seen the library and waits for requests. */
export type FittedPointwise = { score(request: Request): Scores }

/** A router that must be shown its candidates: `choose` returns one of them, or null when it abstains. */
export type FittedListwise = { choose(request: Request, candidates: Int32Array): number | null }

type About = {
  readonly id: string
  readonly title: string
  /** Routers that share a method are kin: they are not independent replicates. */
  readonly kin: 'bm25' | 'tf-idf' | 'characters' | 'overlap' | 'floor'
  /** `fast`: thousands of requests a second; `library`: hundreds, in somebody else's code; `slow`: fewer. */
  readonly cost: 'fast' | 'library' | 'slow'
  /** The publication or package that the method comes from. */
  readonly source: string
}

/** A router that scores each skill by itself: candidates change who competes, never a score. */
export type PointwiseRouter = About & {
  readonly kind: 'pointwise'
  /** Fit to the whole library: document frequencies and lengths are those of all its skills. */
  build(library: Library): Promise<FittedPointwise> | FittedPointwise
}

/**
 * A router whose answer may depend on which candidates stand beside each other, as a language model's does. None
 * of `routers` is one yet: the type is the contract for those to come.
 */
export type ListwiseRouter = About & {
  readonly kind: 'listwise'
  build(library: Library): Promise<FittedListwise> | FittedListwise
}

export type Router = PointwiseRouter | ListwiseRouter

/** Declare a router. Heavy libraries are imported inside `build`, so that naming a router costs nothing. */
export function defineRouter<R extends Router>(router: R): R {
  return router
}
