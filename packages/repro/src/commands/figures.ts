import { watch } from 'node:fs'
import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { asLawbookError, fail } from '@lawbook/base'
import { listFiles } from '../collect.ts'
import type { Command } from '../command.ts'
import type { Output } from '../output.ts'
import { readStanding } from '../read/standing.ts'
import { count } from '../say.ts'
import { runStaged, stageExperiment } from '../stage.ts'
import { elapsed } from '../summary.ts'
import { packageIds, resolveId } from '../workspace.ts'

export default {
  name: 'figures',
  group: 'extend',
  summary: 'Draw figures for a paper or slides from results that are there; never runs an experiment.',
  usage: '[<experiment>]',
  examples: [
    'repro figures skills-routing-law --preset icml --font serif',
    'repro figures skills-routing-law --only accuracy-by-size --watch',
  ],
  options: {
    preset: { type: 'string', value: '<venue>', help: 'neurips, icml, acl, ieee or slides; default neurips' },
    font: { type: 'string', value: '<font>', help: 'sans or serif; default sans' },
    only: { type: 'string', value: '<figure>', help: 'draw one figure' },
    out: { type: 'string', value: '<folder>', help: 'where to write; default results-local/figures' },
    watch: { type: 'boolean', help: 'draw again whenever figures.ts or claims.json is saved' },
  },
  json: 'lawbook/figures@1',
  exits: { 130: 'interrupted, with --watch' },
  async run({ root, positionals, options, output }) {
    const all = await packageIds(root, 'experiments')
    const ids = positionals.length === 0 ? all : positionals.map((text) => resolveId(text, all, 'experiment'))
    if (options.only !== undefined && ids.length !== 1)
      fail('LB_USAGE', `--only ${options.only} needs one experiment; \`repro figures <experiment> --only <figure>\``)
    if (options.watch === true && output.json)
      fail('LB_USAGE', '--watch draws without an end and prints no JSON document; leave one of the two out')
    if (options.watch === true && ids.length !== 1)
      fail('LB_USAGE', '--watch needs one experiment; `repro figures <experiment> --watch`')
    const out = resolve(typeof options.out === 'string' ? options.out : join(root, 'results-local', 'figures'))
    const args = (['preset', 'font', 'only'] as const).flatMap((name) =>
      typeof options[name] === 'string' ? [`--${name}`, options[name]] : [],
    )
    const temporary = await mkdtemp(join(tmpdir(), 'lawbook-figures-'))
    try {
      const drawn: { id: string; folder: string; files: string[] }[] = []
      const skipped: string[] = []
      for (const id of ids) {
        const results = await newestResults(root, id)
        if (results === null) {
          if (positionals.length > 0) fail('LB_NO_RESULT', `${id} has no result to draw; \`repro run ${id}\` first`)
          output.note(`${id}: no result yet, skipped`)
          skipped.push(id)
          continue
        }
        const folder = await stageExperiment(root, id, temporary)
        await symlink(results, join(folder, 'results', 'data'))
        const target = join(out, id)
        const shown = relative(process.cwd(), target) || '.'
        const draw = async (): Promise<string[]> => {
          await runStaged(root, folder, 'figures', [...args, '--out', target])
          const files = await listFiles(target)
          output.print(`${id}: ${count(files.length, 'file')} in ${shown}`)
          return files
        }
        if (options.watch === true) return await redraw(join(root, 'experiments', id), draw, output)
        drawn.push({ id, folder: shown, files: await draw() })
      }
      if (output.json) output.document('lawbook/figures@1', { experiments: drawn, skipped })
      output.print(`${count(drawn.length, 'experiment')} drawn; ${elapsed()}`)
      return 0
    } finally {
      await rm(temporary, { recursive: true, force: true })
    }
  },
} satisfies Command

/** The folder with the newest full-fidelity result: fresh, else committed; null if there is none. */
async function newestResults(root: string, id: string): Promise<string | null> {
  const { status, stored } = await readStanding(root, id)
  if (stored === null || stored.result.fidelity !== 'full') return null
  return status === 'current' ? join(root, 'experiments', id, 'results', 'data') : join(root, 'figures', id)
}

/** Draw now and after every save, one drawing at a time, until Ctrl-C. A faulty figure is said and waited for. */
async function redraw(folder: string, draw: () => Promise<unknown>, output: Output): Promise<number> {
  let [busy, again] = [false, false]
  const once = async (): Promise<void> => {
    if (busy) {
      again = true
      return
    }
    busy = true
    await draw().catch((thrown) => output.note(`${output.style('red', 'error')} ${asLawbookError(thrown).message}`))
    busy = false
    if (again) {
      again = false
      await once()
    }
  }
  await once()
  output.note('watching figures.ts and claims.json; Ctrl-C ends')
  const watcher = watch(folder, (_, name) => {
    if (name === 'figures.ts' || name === 'claims.json') void once()
  })
  await new Promise<void>((end) => process.once('SIGINT', end))
  watcher.close()
  return 130
}
