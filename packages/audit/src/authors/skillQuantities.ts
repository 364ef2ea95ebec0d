import { beta } from './pairQuantities.ts'

/**
 * Competition that a skill is under: CI/(e^(20 anchor strength) + CI), CI = Σ e^(20 s) over all other skills, in
 * [0, 1]; 0 without others (auto_skill_manager, scoring/skills.py).
 */
export const competition = (strength: number, index: number): number =>
  index > 0 ? Math.min(1, index / (Math.exp(beta * strength) + index)) : 0

/** Share of the other skills that are of the same family: members/(n - 1), in [0, 1] (scoring/skills.py). */
export const familyConflict = (otherMembers: number, size: number): number =>
  Math.min(1, otherMembers / Math.max(1, size - 1))

/** .35 competition + .35 weakness + .2 abstraction + .1 family conflict, at most 1; weakness = 1 - anchor strength. */
export const blackHoleRisk = (competed: number, weakness: number, abstract: number, conflict: number): number =>
  Math.min(1, 0.35 * competed + 0.35 * weakness + 0.2 * abstract + 0.1 * conflict)

/** .5 competition + .35 weakness + .15 abstraction, at most 1 (scoring/skills.py). */
export const routingFragility = (competed: number, weakness: number, abstract: number): number =>
  Math.min(1, 0.5 * competed + 0.35 * weakness + 0.15 * abstract)

/** .45 black-hole risk + .25 abstraction + .2 weakness + .1 nearest similarity, at most 1 (scoring/skills.py). */
export const rewritePriority = (blackHole: number, abstract: number, weakness: number, nearest: number): number =>
  Math.min(1, 0.45 * blackHole + 0.25 * abstract + 0.2 * weakness + 0.1 * nearest)

/**
 * The share of requests that a skill should win in the released code's model, e^(20 anchor strength) over itself plus
 * CI, in [0, 1] (scoring/library.py, `boltzmann_accuracy`).
 */
export function boltzmannAccuracy(strength: number, index: number): number {
  const own = Math.exp(beta * strength)
  return own / (own + index)
}
