import type { FromSchema } from 'json-schema-to-ts'
import { type DeepReadonly, finite, sha, slug, text } from './common.ts'

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

export type Caption = DeepReadonly<FromSchema<typeof captionSchema>>
