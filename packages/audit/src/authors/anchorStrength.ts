import { abstraction } from './abstraction.ts'
import type { Anchors } from './anchors.ts'
import { authorsTokens } from './authorsTokens.ts'

/**
 * How firmly a description and its anchors hold a skill, in [0, 1], not rounded: min(1, .18 verbs) + min(1, .16
 * objects) + min(1, .14 constraints) + min(1, .1 examples) + .1 if the description has 8 to 30 distinct words - .22
 * abstraction, clamped (auto_skill_manager, scoring/anchors.py, `anchor_strength`).
 */
export function anchorStrength(description: string, anchors: Anchors): number {
  const { verbs, objects, constraints, examples } = anchors
  const length = authorsTokens(description).size
  const sum =
    Math.min(1, 0.18 * verbs.length) +
    Math.min(1, 0.16 * objects.length) +
    Math.min(1, 0.14 * constraints.length) +
    Math.min(1, 0.1 * examples.length) +
    (length >= 8 && length <= 30 ? 0.1 : 0) -
    0.22 * abstraction(description)
  return Math.max(0, Math.min(1, sum))
}
