import { routersUpTo } from '@lawbook/routers'

/** Every analysis choice with its default; the declared alternatives stand with the measures. */
export const choices = {
  /** Who is asked: every pointwise router of the project but the slow ones. Each is a unit, its kin is its family. */
  routers: routersUpTo('library'),
  /** Library sizes of every table, and the one at which the claim is judged. */
  ladder: [10, 20, 50, 100, 200, 500, 1000],
  size: 100,
  /** The wording of the requests that b comes from; the other one is an alternative. */
  wording: 'direct',
  /** Fewer families of routers than this decide nothing. */
  families: 8,
  /** Permutations of shifts of log odds: all of them where there are fewer. */
  permutations: 9999,
  /** Replicates of each planted world that is judged, and of each without coupling that is only correlated. */
  replicates: 100,
  correlated: 200,
  /** Families of the larger planted worlds, one router each: as many as the paper had models. */
  manyFamilies: 15,
  /** How far a state narrows the library in planted worlds. The other worlds have the same mean gain. */
  kappa: 5,
  /**
   * Planted pairs, on the normal scale: the spread of difficulty; how alike pairs are that share a second skill, and
   * routers on one pair; which part of a pair's place is another with its state; and by how much families, and routers in
   * them, depart from a world's law. Set by hand; departures and kappa near what the first result showed (the notes print
   * both), since smaller ones made the rule look better than it is.
   */
  difficulty: 1.5,
  skillCorrelation: 0.2,
  pairCorrelation: 0.5,
  stateShare: 0.2,
  familySpread: 0.06,
  routerSpread: 0.1,
}

export type CouplingChoices = typeof choices
