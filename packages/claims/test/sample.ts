import type { Claim, Measure, Result, Row, StoredResult } from '@lawbook/schemas'
import type { Registry } from '../src/registry.ts'

/** A complete claim: a printed 0.97 with the null 0.5, on the claim's own ground. */
export function claimOf(changes: Partial<Claim> = {}): Claim {
  return {
    id: 'paper-a/accuracy',
    ref: 'H1',
    paper: 'paper-a',
    measure: 'accuracy',
    locator: { where: 'abstract' },
    statement: 'Accuracy is .97.',
    printed: 'an accuracy of 0.97',
    kind: 'value',
    number: '0.97',
    unit: 'share',
    neutral: 0.5,
    population: 'libraries-like-it',
    source: 'paper',
    trust: 'high',
    comparability: 'same-protocol',
    tolerance: { rule: 'quarter', value: null, why: 'a quarter of the effect' },
    rivals: ['no-effect'],
    holdsIn: ['effect'],
    seen: false,
    decides: 'an interval outside',
    ...changes,
  }
}

export const tolerance = (rule: Claim['tolerance']['rule'], value: number | null = null): Claim['tolerance'] => ({
  rule,
  value,
  why: 'declared',
})

/** The fields that turn the sample claim into one of another kind. */
export const kinds: Record<Claim['kind'], Partial<Claim>> = {
  value: {},
  ratio: { kind: 'ratio', number: '4', printed: 'about 4×', neutral: 1, tolerance: tolerance('ratio') },
  range: { kind: 'range', number: ['20', '35'], printed: '20–35 %', neutral: 0, tolerance: tolerance('listed') },
  threshold: { kind: 'threshold', side: 'above', neutral: null, tolerance: tolerance('bound') },
  sign: { kind: 'sign', number: null, neutral: 0, tolerance: tolerance('margin', 0.02) },
  ordering: { kind: 'ordering', number: null, neutral: null, tolerance: tolerance('margin') },
  form: { kind: 'form', number: null, neutral: null, tolerance: tolerance('margin', 2) },
  count: { kind: 'count', number: '15', printed: '15 models', neutral: null, tolerance: tolerance('exact') },
}

export function measureOf(
  value: number | null,
  i90: readonly [number, number] | null,
  i995: readonly [number, number] | null,
  changes: Partial<Measure> = {},
): Measure {
  return {
    id: 'accuracy',
    title: 'Accuracy',
    value,
    i90: i90 as Measure['i90'],
    i995: i995 as Measure['i995'],
    method: 'mean',
    resampled: 'packages',
    n: 100,
    unit: 'share',
    evidence: 'routed',
    ...changes,
  }
}

export function storedOf(measures: Measure[], changes: Partial<Result> = {}, worlds: Row[] = []): StoredResult {
  const result: Result = {
    schema: 'lawbook/result@1',
    experiment: 'first-experiment',
    title: 'First',
    fidelity: 'full',
    measures,
    fits: [],
    attrition: [],
    decisions: 0,
    choices: [],
    notes: [],
    tables: [],
    evidence: [],
    ...changes,
  }
  return { result, tables: worlds.length === 0 ? {} : { worlds } }
}

/** A registry in memory: every claim in one experiment unless it says otherwise. */
export function registryOf(...claims: Claim[]): Registry {
  const experiment = 'first-experiment'
  return {
    root: '/nowhere',
    papers: new Map(),
    experiments: [{ id: experiment, folder: '/nowhere', datasets: [], uses: [], claims }],
    claims: claims.map((claim) => ({ ...claim, experiment })),
  }
}
