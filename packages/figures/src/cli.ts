import { rm } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  asLawbookError,
  fail,
  type Json,
  nearMisses,
  readJson,
  replaceFolder,
  writeAtomic,
  writeJson,
} from '@lawbook/base'
import type { Figure, Figures } from './figure.ts'
import { type Files, figureFiles, macroFiles, paperFiles } from './files/files.ts'
import { inputsOf, readInputs } from './files/inputs.ts'
import { type Options, readOptions } from './options.ts'
import { render } from './render/render.ts'
import { makeTheme } from './theme/theme.ts'

/**
 * The task `figures` of an experiment package, run in its folder: renders every figure into `results/figures`, all or
 * nothing, or writes `results/error.json`; exits 0 or 1. Progress goes to stdout as JSON lines.
 *
 * `--out <folder>` writes elsewhere, with what a paper needs beside the figures, and takes `--preset` and `--font`;
 * `--only <id>` renders one figure.
 */
export async function main(folder: string, argv: readonly string[]): Promise<number> {
  const errorFile = join(folder, 'results', 'error.json')
  try {
    await writeFigures(folder, readOptions(argv))
    await forgetError(errorFile)
    return 0
  } catch (thrown) {
    const error = asLawbookError(thrown)
    const experiment = basename(folder)
    await writeJson(errorFile, {
      schema: 'lawbook/error@1',
      experiment,
      task: 'figures',
      code: error.code,
      message: error.message,
      details: error.details as Json,
      stack: error.stack ?? error.message,
    }).catch((second: Error) => process.stderr.write(`${experiment}: ${second.message}\n`))
    process.stderr.write(`${experiment}: ${error.message} (${error.code})\n`)
    return 1
  }
}

/** Remove the error of an earlier attempt at this task; an error of another task stays. */
async function forgetError(file: string): Promise<void> {
  const former = (await readJson(file).catch(() => null)) as { task?: string } | null
  if (former?.task === 'figures') await rm(file, { force: true })
}

async function writeFigures(folder: string, options: Options): Promise<void> {
  const files = await renderAll(folder, options)
  const write = async (target: string): Promise<void> => {
    for (const [name, data] of Object.entries(files)) await writeAtomic(join(target, name), data)
  }
  const own = join(folder, 'results', 'figures')
  // Only the folder that is ours, and only when every figure was drawn, may lose what it held before.
  if (options.out === undefined && options.only === undefined) await replaceFolder(own, write)
  else await write(options.out === undefined ? own : resolve(folder, options.out))
}

async function renderAll(folder: string, options: Options): Promise<Files> {
  const { inputs: all, experiment, quick } = await readInputs(folder)
  const figures = chosen(await load(folder, experiment), options.only)
  let files: Files = {}
  for (const [i, figure] of figures.entries()) {
    const inputs = inputsOf(figure, all)
    const { alt } = figure.caption(inputs)
    const picture = await render(
      {
        where: `${experiment}/${figure.id}`,
        title: figure.title,
        alt,
        spec: (theme) => figure.spec({ ...inputs, theme }),
      },
      makeTheme(options.preset, figure.width, options.font),
      quick || !['', 'full'].includes(process.env.REPRO_FIDELITY ?? ''),
    )
    files = { ...files, ...figureFiles(experiment, figure, inputs, picture) }
    if (options.out !== undefined) files = { ...files, ...paperFiles(experiment, figure, inputs, picture) }
    const progress = { id: experiment, done: i + 1, total: figures.length, label: figure.id }
    process.stdout.write(`${JSON.stringify({ progress })}\n`)
  }
  if (options.out !== undefined) files = { ...files, ...macroFiles(experiment, all.measures) }
  return files
}

async function load(folder: string, experiment: string): Promise<readonly Figure[]> {
  const module = (await import(pathToFileURL(join(folder, 'figures.ts')).href)) as { default?: Figures }
  if (module.default === undefined)
    fail('LB_FIGURE', `${experiment}/figures.ts has no default export; export default defineFigures(...)`)
  if (module.default.experiment !== experiment)
    fail('LB_FIGURE', `figures.ts of ${experiment} says "${module.default.experiment}"; they must be the same`)
  return module.default.figures
}

function chosen(figures: readonly Figure[], only: string | undefined): readonly Figure[] {
  if (only === undefined) return figures
  const ids = figures.map(({ id }) => id)
  const found = figures.filter(({ id }) => id === only)
  if (found.length > 0) return found
  const [near] = nearMisses(only, ids)
  return fail(
    'LB_USAGE',
    `there is no figure "${only}"; ${near ? `did you mean ${near}?` : `there are: ${ids.join(', ')}`}`,
  )
}
