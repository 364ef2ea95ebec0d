import type { FromSchema } from 'json-schema-to-ts'
import {
  count,
  type DeepReadonly,
  evidenceKinds,
  finite,
  finiteOrNull,
  intervalOrNull,
  sha,
  slug,
  text,
  texts,
} from './common.ts'

const estimate = {
  value: finiteOrNull,
  /** 5 % in each tail. */
  i90: intervalOrNull,
  /** The outer interval: contains i90; 0.25 % in each tail, for one-sided rules 0.5 % divided by the parts. */
  i995: intervalOrNull,
} as const

/** A named number with its two nested intervals, or null with a reason. */
export const measureSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'title', 'value', 'i90', 'i995', 'method', 'resampled', 'n', 'unit', 'evidence'],
  properties: {
    id: slug,
    title: text,
    ...estimate,
    /** Why the value is null. */
    reason: text,
    /** How value and intervals were computed. */
    method: text,
    /** What the intervals resample: e.g. "packages (53, G_eff 15.1)". */
    resampled: text,
    n: count,
    unit: text,
    evidence: { enum: evidenceKinds },
    /** The parts that were judged together, e.g. one a router. */
    parts: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['label', 'value', 'i90', 'i995'],
        properties: { label: text, ...estimate, n: count },
      },
    },
    /** The same number under another declared choice: feeds the robustness table, never a verdict. */
    alternatives: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['choice', 'option', 'value', 'i90', 'i995'],
        properties: { choice: text, option: text, ...estimate },
      },
    },
    /** Where data are missing: the estimate if all missing were as bad, and as good, as they can be. */
    bounds: {
      type: 'object',
      additionalProperties: false,
      required: ['worst', 'best'],
      properties: {
        worst: {
          type: 'object',
          additionalProperties: false,
          required: ['value', 'i90', 'i995'],
          properties: estimate,
        },
        best: { type: 'object', additionalProperties: false, required: ['value', 'i90', 'i995'], properties: estimate },
      },
    },
  },
} as const

/** A law with estimated parameters. Without `converged` there are no parameters. */
export const fitSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'law', 'equation', 'series', 'status', 'parameters', 'n', 'domain', 'loss'],
  properties: {
    id: slug,
    law: slug,
    equation: text,
    series: text,
    status: { enum: ['converged', 'max-iterations', 'bound-hit', 'singular'] },
    parameters: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['name', 'value', 'i90', 'unit'],
        properties: { name: text, value: finite, i90: intervalOrNull, unit: text },
      },
    },
    n: count,
    domain: text,
    loss: text,
    r2: finiteOrNull,
    largestDeviation: finiteOrNull,
  },
} as const

/** What happened to the rows of one stage: planned = used + excluded + failed + missing. */
export const ledgerSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['stage', 'planned', 'used', 'excluded', 'failed', 'missing'],
  properties: {
    stage: text,
    planned: count,
    used: count,
    excluded: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['reason', 'n'],
        properties: { reason: text, n: count },
      },
    },
    failed: count,
    missing: count,
  },
} as const

const tableRefs = {
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['id', 'file', 'rows', 'sha256'],
    properties: { id: slug, file: text, rows: count, sha256: sha },
  },
} as const

export const resultSchema = {
  type: 'object',
  additionalProperties: false,
  required: [
    'schema',
    'experiment',
    'title',
    'fidelity',
    'measures',
    'fits',
    'attrition',
    'decisions',
    'choices',
    'notes',
    'tables',
    'evidence',
  ],
  properties: {
    schema: { const: 'lawbook/result@1' },
    experiment: slug,
    title: text,
    fidelity: { enum: ['full', 'quick'] },
    measures: { type: 'array', items: measureSchema },
    fits: { type: 'array', items: fitSchema },
    attrition: { type: 'array', items: ledgerSchema },
    /** Distinct (router, library draw, request) triples in which a choice among N >= 2 was really made. */
    decisions: count,
    /** Every analysis choice with the value it had. */
    choices: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['name', 'value'],
        properties: { name: text, value: text },
      },
    },
    notes: texts,
    /** Tidy rows behind the figures, at most 5,000 each. */
    tables: tableRefs,
    /** Rows from which `run` recomputes everything else, without any download. */
    evidence: tableRefs,
  },
} as const

/** What a run cost: never copied, never compared. */
export const runSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['schema', 'experiment', 'seconds', 'node', 'peakMemoryBytes', 'data'],
  properties: {
    schema: { const: 'lawbook/run@1' },
    experiment: slug,
    seconds: finite,
    node: text,
    peakMemoryBytes: count,
    data: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'sha256'],
        properties: { id: slug, sha256: sha },
      },
    },
  },
} as const

/** Why a task failed. */
export const errorSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['schema', 'experiment', 'task', 'code', 'message', 'details'],
  properties: {
    schema: { const: 'lawbook/error@1' },
    experiment: slug,
    task: { enum: ['dataset', 'reproduce', 'figures'] },
    code: { type: 'string', pattern: '^LB_[A-Z_]+$' },
    message: text,
    details: { type: 'object', required: [] },
    stack: text,
  },
} as const

/** What stands beside a rendered figure. Widths and heights in points. */
export const captionSchema = {
  type: 'object',
  additionalProperties: false,
  required: [
    'schema',
    'experiment',
    'figure',
    'title',
    'caption',
    'alt',
    'n',
    'interval',
    'level',
    'resampled',
    'tables',
    'width',
    'height',
    'sha256',
  ],
  properties: {
    schema: { const: 'lawbook/caption@1' },
    experiment: slug,
    figure: slug,
    title: text,
    caption: text,
    alt: text,
    n: text,
    interval: text,
    level: text,
    resampled: text,
    tables: { type: 'array', items: slug },
    width: finite,
    height: finite,
    sha256: {
      type: 'object',
      additionalProperties: false,
      required: ['svg', 'png', 'pdf'],
      properties: { svg: sha, png: sha, pdf: sha },
    },
  },
} as const

export type Measure = DeepReadonly<FromSchema<typeof measureSchema>>
export type Estimate = Pick<Measure, 'value' | 'i90' | 'i995'>
export type FitRecord = DeepReadonly<FromSchema<typeof fitSchema>>
export type Ledger = DeepReadonly<FromSchema<typeof ledgerSchema>>
export type Result = DeepReadonly<FromSchema<typeof resultSchema>>
export type TableRef = Result['tables'][number]
export type RunRecord = DeepReadonly<FromSchema<typeof runSchema>>
export type ErrorRecord = DeepReadonly<FromSchema<typeof errorSchema>>
export type Caption = DeepReadonly<FromSchema<typeof captionSchema>>
