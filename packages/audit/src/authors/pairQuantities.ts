import type { Anchors } from './anchors.ts'

/** How steeply similarity turns into competition in the released code: exp(20 s). */
export const beta = 20

/** Competition risk of a pair: min(1, (e^(20 s) - 1)/(e^10 - 1)), in [0, 1]; 1 from s = .5 on (scoring/pairs.py). */
export const competitionRisk = (s: number): number => Math.min(1, (Math.exp(beta * s) - 1) / (Math.exp(beta * 0.5) - 1))

/** What two skills' anchors share: min(1, .2 shared verbs + .2 shared objects), in [0, 1] (scoring/pairs.py). */
export const anchorOverlap = (a: Anchors, b: Anchors): number =>
  Math.min(1, 0.2 * shared(a.verbs, b.verbs) + 0.2 * shared(a.objects, b.objects))

/** Overlap of a pair: min(1, .7 s + .3 anchor overlap), in [0, 1] (scoring/pairs.py). */
export const overlap = (s: number, anchors: number): number => Math.min(1, 0.7 * s + 0.3 * anchors)

/** How much speaks for a merge: min(1, .75 risk + .1 if both are of one family), in [0, .85] (scoring/pairs.py). */
export const mergeScore = (risk: number, sameFamily: boolean): number =>
  Math.min(1, 0.75 * risk + (sameFamily ? 0.1 : 0))

/** .25 for two members of one family that hardly resemble each other (s < .22), else 0 (scoring/pairs.py). */
export const splitSignal = (s: number, sameFamily: boolean): number => (sameFamily && s < 0.22 ? 0.25 : 0)

/** How far a weak neighbour drags a skill down: min(1, .65 s + .2 anchor overlap), in [0, 1] (scoring/pairs.py). */
export const weakDrag = (s: number, anchors: number): number => Math.min(1, 0.65 * s + 0.2 * anchors)

/** How far a strong neighbour of the same family tows one: |difference of strengths| · s, else 0 (scoring/pairs.py). */
export const strongTow = (s: number, strengthA: number, strengthB: number, sameFamily: boolean): number =>
  sameFamily ? Math.abs(strengthA - strengthB) * s : 0

function shared(a: readonly string[], b: readonly string[]): number {
  const others = new Set(b)
  return [...new Set(a)].filter((term) => others.has(term)).length
}
