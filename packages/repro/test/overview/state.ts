import { computeDiff, type RegisteredClaim, type Registry } from '@lawbook/claims'
import type { Measure, Paper, StoredResult } from '@lawbook/schemas'
import type { State } from '../../src/state.ts'
import { claim } from '../claims.ts'

export const paper: Paper = {
  id: 'test-paper',
  type: 'article',
  title: 'Laws of libraries',
  author: [{ literal: 'unknown' }],
  version: 'v1',
  reading: 'full',
  licence: 'MIT',
}

/** A claim of an experiment, judged by the measure of its name where there is one. */
export function claimed(id: string, ref: string, changes: Partial<RegisteredClaim> = {}): RegisteredClaim {
  return { ...claim, id: `test-paper/${id}`, ref, measure: id, experiment: 'one', ...changes }
}

/** A measure with intervals of one and two units about its value. */
export function measured(id: string, value: number, changes: Partial<Measure> = {}): Measure {
  return {
    ...{ id, title: id, value, method: 'mean', resampled: 'packages', n: 40, unit: '1', evidence: 'routed' },
    ...{ i90: [value - 1, value + 1], i995: [value - 2, value + 2] },
    ...changes,
  }
}

/** The verdicts on some claims by the results of some experiments; an experiment without measures has never run. */
export function stateOf(
  claims: readonly RegisteredClaim[],
  measures: Readonly<Record<string, readonly Measure[]>>,
): State {
  const registry: Registry = { root: '/nowhere', papers: new Map([[paper.id, paper]]), experiments: [], claims }
  const results = new Map(Object.entries(measures).map(([id, own]) => [id, resultOf(id, own)]))
  const lock = { schema: 'lawbook/lock@1' as const, claims: [] }
  return { registry, lock, results, fresh: [], committed: [], diff: computeDiff({ registry, results, lock }) }
}

function resultOf(experiment: string, measures: readonly Measure[]): StoredResult {
  return {
    result: {
      ...{ schema: 'lawbook/result@1', experiment, title: 'T', fidelity: 'full', measures, fits: [], attrition: [] },
      ...{ decisions: 0, choices: [], notes: [], tables: [], evidence: [] },
    },
    tables: {},
  } as unknown as StoredResult
}
