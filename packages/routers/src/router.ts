import { fail } from '@lawbook/base'
import type { Library, Request, Resources } from '@lawbook/skills'

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

/** Routers that share a method are kin: they are not independent replicates. */
export type Kin =
  | 'bm25'
  | 'tf-idf'
  | 'characters'
  | 'overlap'
  | 'static vectors'
  | 'sentence encoder'
  | 'trained'
  | 'fused'
  | 'floor'

type About = {
  readonly id: string
  readonly title: string
  /** A name short enough for a legend. */
  readonly short: string
  readonly kin: Kin
  /**
   * Measured for one request among 1,144 skills, vectors given. `fast`: under 1 ms, asked in every arm; `library`: under
   * 15 ms, mostly somebody else's code, asked in the main arm; `slow`: more, asked only where it is named.
   */
  readonly cost: 'fast' | 'library' | 'slow'
  /** Which data it reads beside the library. */
  readonly needs?: readonly (keyof Resources)[]
  /** The publication or package that the method comes from. */
  readonly source: string
}

/** A router that scores each skill by itself: candidates change who competes, never a score. */
export type PointwiseRouter = About & {
  readonly kind: 'pointwise'
  /** Fit to the whole library: document frequencies and lengths are those of all its skills. */
  build(library: Library, resources: Resources): Promise<FittedPointwise> | FittedPointwise
}

/** A router whose answer may depend on which candidates stand beside each other, as a language model's does. */
export type ListwiseRouter = About & {
  readonly kind: 'listwise'
  build(library: Library, resources: Resources): Promise<FittedListwise> | FittedListwise
}

export type Router = PointwiseRouter | ListwiseRouter

/** Declare a router. Heavy libraries are imported inside `build`, so that naming a router costs nothing. */
export function defineRouter<R extends Router>(router: R): R {
  return router
}

/** One resource that a router declared in `needs`; LB_DATA_MISSING if it was not handed in. */
export function need<K extends keyof Resources>(
  resources: Resources,
  name: K,
  router: string,
): NonNullable<Resources[K]> {
  return (
    resources[name] ??
    fail(
      'LB_DATA_MISSING',
      `the router ${router} needs ${name}, which were not handed in; load the data set that carries them`,
    )
  )
}
