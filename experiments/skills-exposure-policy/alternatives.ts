import type { Wording } from '@lawbook/skill-requests'
import { doubledArms } from './budgetEvidence.ts'
import { refitted, structureArms } from './groupings.ts'
import { type JudgedName, primary, type Reading } from './judge.ts'

const [byPackage, bySimilarity] = [structureArms('package'), structureArms('similarity')]

/**
 * One declared alternative: another reading, size, wording or set of routers. `everybody`: all routers that are accurate
 * enough, the mean within kin and then over kins.
 */
export type Alternative = {
  readonly choice: string
  readonly option: string
  readonly reading?: Reading
  readonly size?: number
  readonly wording?: Wording | 'mean'
  readonly everybody?: boolean
}

const absoluteOf = (first: string, second: string): Reading => ({ first, second, scale: 'absolute' })
const common: readonly Alternative[] = [
  { choice: 'wording', option: 'situated', wording: 'situated' },
  { choice: 'wording', option: 'mean of both', wording: 'mean' },
  { choice: 'routers', option: 'all accurate enough, mean within kin', everybody: true },
]
const at = (size: number): Alternative => ({ choice: 'library size', option: `N = ${size}`, size })

/** The declared alternatives of each measure; they never change a verdict. */
export const alternatives: Readonly<Record<JudgedName, readonly Alternative[]>> = {
  'exposure-effect': [
    ...common,
    at(10),
    at(500),
    { choice: 'contrast', option: 'full against description alone', reading: absoluteOf('full', 'description') },
    { choice: 'contrast', option: 'full with body against full', reading: absoluteOf('body', 'full') },
  ],
  'granularity-effect': [
    ...common,
    at(10),
    { choice: 'units', option: 'packages, 50 entries', reading: absoluteOf(byPackage.entries, 'full'), size: 50 },
    { choice: 'what is equal', option: 'skills covered', reading: absoluteOf(bySimilarity.unitPick, 'full') },
    { choice: 'what is equal', option: 'skills covered, packages', reading: absoluteOf(byPackage.unitPick, 'full') },
    {
      choice: 'what is equal',
      option: 'skills, and the skill picked',
      reading: absoluteOf(bySimilarity.twoLevel, 'full'),
    },
  ],
  'structure-effect': [
    ...common,
    at(10),
    at(500),
    { choice: 'families', option: 'similarity clusters', reading: absoluteOf(bySimilarity.twoLevel, 'full') },
    {
      choice: 'listing of a unit',
      option: 'its drawn members, packages',
      reading: absoluteOf(byPackage.relisted, refitted),
    },
    {
      choice: 'listing of a unit',
      option: 'its drawn members, similarity clusters',
      reading: absoluteOf(bySimilarity.relisted, refitted),
    },
  ],
  'description-gap': [
    ...common,
    at(20),
    at(50),
    at(200),
    { choice: 'unit', option: 'points', reading: { ...primary['description-gap'], scale: 'points' } },
    {
      choice: 'who lacks a description',
      option: 'the right skill alone',
      reading: { first: doubledArms.unlimited, second: doubledArms.targetByName, scale: 'relative' },
    },
  ],
}
