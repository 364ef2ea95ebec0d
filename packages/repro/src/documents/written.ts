import { count, flag, list, object, orNull, text, texts } from './pieces.ts'

/** `report`: the files it wrote, as paths from where it was called. */
export const reportSchema = object({ schema: { const: 'lawbook/report@1' }, claims: count, files: texts })

/** `new`: the files it wrote, as paths from the root. */
export const newSchema = object({ schema: { const: 'lawbook/new@1' }, id: text, files: texts })

/** `figures`: the files of each experiment in its folder, and the experiments that have no result to draw. */
export const figuresSchema = object({
  schema: { const: 'lawbook/figures@1' },
  experiments: list(object({ id: text, folder: text, files: texts })),
  skipped: texts,
})

/** `doctor`: what was looked at, what was seen and, unless it is well, what to do. */
export const doctorSchema = object({
  schema: { const: 'lawbook/doctor@1' },
  healthy: flag,
  findings: list(
    object({ check: text, state: { enum: ['ok', 'warn', 'fail'] }, seen: { type: 'string' }, advice: orNull(text) }),
  ),
})

/** docs/timings.json, which `pnpm bench` writes: measured times for the README. */
export const timingsSchema = object({
  schema: { const: 'lawbook/timings@1' },
  machine: text,
  installMegabytes: { type: 'number' },
  rows: list(object({ want: text, type: text, budget: { type: 'string' }, measured: text })),
})
