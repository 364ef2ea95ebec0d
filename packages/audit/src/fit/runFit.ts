import { resolve } from 'node:path'
import { type Json, prettyJson, writeAtomic } from '@lawbook/base'
import { tableToCsv } from '@lawbook/schemas'
import { visible } from '../render/say.ts'
import { figureOf } from './figure.ts'
import { fittedCurve } from './fitCurve.ts'
import { fittedRows } from './fittedRows.ts'
import { jsonOf } from './json.ts'
import { macrosOf } from './latex.ts'
import { type FitValues, fitWanted } from './options.ts'
import { readCurve } from './readCurve.ts'
import { textOf } from './text.ts'

/** One call of `fit`. `io.out` takes data for stdout, `io.talk` the rest; paths are relative to `io.cwd`. */
type FitCall = {
  readonly positionals: readonly string[]
  readonly options: FitValues
  readonly io: { readonly cwd: string; out(text: string): void; talk(text: string): void }
}

/** Read a curve, fit the laws, write the files that a call names, print the report. Returns 0; bad input throws. */
export async function runFit({ positionals, options, io }: FitCall): Promise<number> {
  const { file, columns, csv, figure, latex, json, laws, holdOut } = fitWanted(positionals, options)
  const curve = await readCurve(file, columns, io.cwd)
  const fitted = fittedCurve(curve, { ...(laws && { laws }), ...(holdOut && { holdOut }) })
  const files: readonly (readonly [string | undefined, () => string])[] = [
    [csv, () => tableToCsv(fittedRows(fitted), 'the fitted values')],
    [figure, () => prettyJson(figureOf(fitted) as Json)],
    [latex, () => macrosOf(fitted.report)],
  ]
  for (const [path, make] of files) {
    if (path === undefined) continue
    await writeAtomic(resolve(io.cwd, path), make())
    if (!json) io.talk(`wrote ${visible(path)}\n`)
  }
  io.out(json ? jsonOf(fitted.report) : textOf(fitted.report))
  return 0
}
