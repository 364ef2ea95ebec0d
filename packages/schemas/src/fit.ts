import type { FromSchema } from 'json-schema-to-ts'
import { count, type DeepReadonly, finite, finiteOrNull, intervalOrNull, slug, text, texts } from './common.ts'

const reason = {
  type: 'object',
  additionalProperties: false,
  required: ['reason'],
  properties: { reason: text },
} as const

/** What is asked for, or the reason why there is none: a fit leaves nothing of this record out without a word. */
function orReason<const Schema>(schema: Schema): { readonly anyOf: readonly [Schema, typeof reason] } {
  return { anyOf: [schema, reason] }
}

/** How a fit ended; only `converged` estimates anything. */
const status = { enum: ['converged', 'max-iterations', 'bound-hit', 'singular'] } as const

/**
 * A law fitted to one curve, with what a reader needs in order to fit it again and to doubt it: the checklist of
 * (Mis)Fitting (arXiv 2502.18969) as required fields. Numbers are in the unit of y unless a `unit` says otherwise.
 */
export const fitSchema = {
  type: 'object',
  additionalProperties: false,
  required: [
    'id',
    'law',
    'equation',
    'series',
    'row',
    'n',
    'exclusions',
    'domain',
    'loss',
    'weights',
    'optimiser',
    'status',
    'boundsHit',
    'parameters',
    'interval',
    'r2',
    'largestDeviation',
    'rivals',
    'extrapolation',
    'sensitivity',
    'rounding',
  ],
  properties: {
    id: slug,
    /** The id of the law. */
    law: slug,
    /** The law as text, in the names of its inputs and parameters. */
    equation: text,
    /** Which curve was fitted: e.g. "bm25, direct requests, judged half". */
    series: text,
    /** What one fitted row is: e.g. "the exact accuracy at one library size". */
    row: text,
    /** How many rows were fitted. */
    n: count,
    /** Rows that were at hand and were not fitted; empty where none was left out. */
    exclusions: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['reason', 'n'],
        properties: { reason: text, n: count },
      },
    },
    /** The range of the inputs over the fitted rows: e.g. "N from 10 to 500 (6 distinct)". */
    domain: text,
    /** What was minimised: e.g. "squared error in y". */
    loss: text,
    /** How much each row counted in it: e.g. "equal". */
    weights: text,
    optimiser: {
      type: 'object',
      additionalProperties: false,
      required: ['method', 'starts', 'agreeing', 'iterations'],
      properties: {
        method: text,
        starts: count,
        /** How many starts reached the minimum that is reported; null where the method solves without iterating. */
        agreeing: { anyOf: [count, { type: 'null' }] },
        /** Of all starts together. */
        iterations: count,
      },
    },
    status,
    /** The parameters whose bound, and not the data, decided them: at least one behind `bound-hit`, else none. */
    boundsHit: texts,
    /** The estimates; none unless the fit converged. */
    parameters: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['name', 'value', 'se', 'i90', 'unit'],
        properties: {
          name: text,
          value: finite,
          /** The standard error that belongs to `interval`; null where none was computed. */
          se: finiteOrNull,
          i90: intervalOrNull,
          unit: text,
        },
      },
    },
    /** How the parameters' intervals and standard errors were made, and from what. */
    interval: orReason({
      type: 'object',
      additionalProperties: false,
      required: ['method', 'level', 'resampled'],
      properties: {
        /** E.g. "delete-one-cluster jackknife". */
        method: text,
        /** E.g. "90 %". */
        level: text,
        /** What the method takes as independent: e.g. "packages (53, G_eff 15.1)". */
        resampled: text,
      },
    }),
    /** The share of variance explained, unweighted; null where y does not vary or the fit has no point. */
    r2: finiteOrNull,
    /** The largest distance of a fitted row from the law; null where the fit has no point. */
    largestDeviation: finiteOrNull,
    /** The other laws that were tried on the same rows. */
    rivals: orReason({
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['law', 'status', 'error'],
        properties: {
          law: slug,
          /** How the rival's fit to the rows up to the cut of `extrapolation` ended. */
          status,
          /** Its error beyond the cut, as in `extrapolation`; null where the fit has no point to predict from. */
          error: finiteOrNull,
        },
      },
    }),
    /** The law fitted to the rows up to `from` in its first input and predicted beyond, up to `to`. */
    extrapolation: orReason({
      type: 'object',
      additionalProperties: false,
      required: ['from', 'to', 'status', 'error', 'unit'],
      properties: {
        from: finite,
        to: finite,
        /** How the fit to the rows up to `from` ended; one on a bound is predicted from, too. */
        status,
        /** The root mean square of predicted - observed beyond `from`. */
        error: { type: 'number', minimum: 0 },
        unit: text,
      },
    }),
    /** What becomes of the parameters when the law is fitted again without each model and without each size. */
    sensitivity: orReason({
      type: 'object',
      additionalProperties: false,
      required: ['changes', 'unfitted'],
      properties: {
        /** For each kind of drop and each parameter, the drop that moved it most, and by how much. */
        changes: {
          type: 'array',
          items: {
            type: 'object',
            additionalProperties: false,
            required: ['dropped', 'worst', 'parameter', 'change'],
            properties: {
              dropped: { enum: ['model', 'size'] },
              /** The label of the model or size without which the parameter moved most. */
              worst: text,
              parameter: text,
              /** Without it - with it, in the unit of the parameter. */
              change: finite,
            },
          },
        },
        /** The drops after which the law did not converge, so that no change is known. */
        unfitted: {
          type: 'array',
          items: {
            type: 'object',
            additionalProperties: false,
            required: ['dropped', 'label', 'status'],
            properties: { dropped: { enum: ['model', 'size'] }, label: text, status },
          },
        },
      },
    }),
    /** The largest change of a fitted value when every parameter is rounded to `digits` significant digits. */
    rounding: orReason({
      type: 'object',
      additionalProperties: false,
      required: ['digits', 'error', 'unit'],
      properties: {
        digits: { type: 'integer', minimum: 1 },
        error: { type: 'number', minimum: 0 },
        unit: text,
      },
    }),
  },
} as const

export type FitRecord = DeepReadonly<FromSchema<typeof fitSchema>>
