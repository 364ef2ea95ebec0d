import type { FromSchema } from 'json-schema-to-ts'
import { count, type DeepReadonly, evidenceKinds, finiteOrNull, intervalOrNull, slug, text } from './common.ts'

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

export type Measure = DeepReadonly<FromSchema<typeof measureSchema>>
export type Estimate = Pick<Measure, 'value' | 'i90' | 'i995'>
