import { round3 } from './round3.ts'

/** Pieces of words that make a description abstract (auto_skill_manager, scoring/anchors.py). */
const terms = ['generic', 'general', 'handle', 'process', 'multiple', 'workflow', 'various']

/**
 * How abstract a description is: min(1, hits/4) over seven terms, each counted once and looked for inside words too, so
 * that "handler" and "processing" are hits. In [0, 1], a multiple of 1/4 (auto_skill_manager, scoring/anchors.py).
 */
export function abstraction(description: string): number {
  const text = description.toLowerCase()
  return round3(Math.min(1, terms.filter((term) => text.includes(term)).length / 4))
}
