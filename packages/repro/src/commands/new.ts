import { access } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { fail, nearMisses, replaceFolder, writeAtomic } from '@lawbook/base'
import { loadRegistry, type Registry } from '@lawbook/claims'
import { laws } from '@lawbook/estimators'
import type { Claim, Measure } from '@lawbook/schemas'
import { execa } from 'execa'
import type { Command, Context } from '../command.ts'
import { draftClaim } from '../scaffold/claim.ts'
import { curveMeasure, curvePackage } from '../scaffold/curve.ts'
import { addPaper, draftPaper } from '../scaffold/paper.ts'
import { readPoints } from '../scaffold/points.ts'
import type { Files } from '../scaffold/shared.ts'
import { syntheticMeasure, syntheticPackage } from '../scaffold/synthetic.ts'

/** The laws of one input: a file of x and y is enough for them. */
const curves = laws.filter(({ inputs }) => inputs.length === 1).map(({ id }) => id)

export default {
  name: 'new',
  group: 'extend',
  summary: 'Make an experiment that runs at once, or add a paper.',
  usage: '<id> | paper <key>',
  examples: [
    'repro new skills-name-length --paper skill-laws --printed "accuracy falls by more than 5 points"',
    'repro new agents-budget-curve --paper agent-summary --printed "R² > 0.9" --csv rows.csv --law power',
    'repro new paper kim-2025 --title "A paper" --url https://arxiv.org/abs/2512.08296',
  ],
  options: {
    paper: { type: 'string', value: '<key>', help: 'the paper whose claim the experiment judges' },
    printed: { type: 'string', value: '<text>', help: 'what the paper prints; its number is taken from it' },
    csv: { type: 'string', value: '<file>', help: 'rows with the columns x and y, copied into the package' },
    law: { type: 'string', value: '<law>', help: `the law to fit to them: ${curves.join(', ')}` },
    title: { type: 'string', value: '<text>', help: 'the title of the experiment or the paper' },
    url: { type: 'string', value: '<url>', help: 'new paper: where it is published' },
    author: { type: 'string', value: '<name>', multiple: true, help: 'new paper: "Family, Given"' },
  },
  json: 'lawbook/new@1',
  exits: {},
  async run(context) {
    const [first, second, ...more] = context.positionals
    if (first === undefined || more.length > 0 || (first === 'paper') !== (second !== undefined))
      fail('LB_USAGE', 'repro new takes `<id>` or `paper <key>`; e.g. `repro new skills-name-length`')
    return first === 'paper' ? newPaper(context, second!) : newExperiment(context, first)
  },
} satisfies Command

async function newPaper({ root, options, output }: Context, key: string): Promise<number> {
  checkSlug(key, /^[a-z0-9]+(-[a-z0-9]+)*$/, 'a key is lower-case words with hyphens, such as kim-2025')
  refuse(options, ['paper', 'printed', 'csv', 'law'], 'new paper')
  const { title, url, author } = options
  if (typeof title !== 'string' || typeof url !== 'string')
    fail('LB_USAGE', 'repro new paper needs --title "..." and --url https://...')
  const path = await addPaper(root, draftPaper(key, title, url, (author as string[] | undefined) ?? []))
  await format(root, path)
  if (output.json) output.document('lawbook/new@1', { id: key, files: ['experiments/papers.json'] })
  output.print(`added ${key} to experiments/papers.json`)
  output.print('next: say there which version you read and how much of it, and its licence;')
  output.print(`      then \`repro new <family>-<subject> --paper ${key} --printed "..."\``)
  return 0
}

async function newExperiment({ root, options, output }: Context, id: string): Promise<number> {
  checkSlug(id, /^[a-z0-9]+(-[a-z0-9]+)+$/, 'an id is <family>-<subject>, such as skills-name-length')
  refuse(options, ['url', 'author'], 'new <id>')
  const folder = join(root, 'experiments', id)
  await checkFree(root, id)
  const registry = await loadRegistry(root)
  const files = await packageFiles(registry, id, options)
  await replaceFolder(folder, async (temporary) => {
    for (const [name, text] of Object.entries(files.files)) await writeAtomic(join(temporary, name), text)
  })
  await format(root, folder)
  const paths = Object.keys(files.files).map((name) => relative(root, join(folder, name)))
  if (output.json) output.document('lawbook/new@1', { id, files: paths })
  output.print(`wrote ${paths.length} files to experiments/${id}`)
  if (files.claim !== null)
    output.print(`drafted ${files.claim.id}: a ${files.claim.kind}, read from the measure ${files.claim.measure}`)
  output.print('next: pnpm install')
  output.print(`      pnpm repro run ${id}`)
  output.print(`      replace what experiments/${id}/claims.json marks with "Replace:"`)
  return 0
}

/** The files of the package, and the claim that was drafted. */
async function packageFiles(
  registry: Registry,
  id: string,
  { paper, printed, csv, law: lawId, title: given }: Context['options'],
): Promise<{ files: Files; claim: Claim | null }> {
  const title = typeof given === 'string' ? given : `${id.charAt(0).toUpperCase()}${id.slice(1).replaceAll('-', ' ')}`
  if ((csv === undefined) !== (lawId === undefined))
    fail('LB_USAGE', `--csv and --law go together; laws: ${curves.join(', ')}`)
  if ((paper === undefined) !== (printed === undefined))
    fail('LB_USAGE', 'a claim needs both --paper <key> and --printed "..."; give both or neither')
  const claimOf = (measure: Pick<Measure, 'id' | 'unit'>, needs: string | null): Claim | null =>
    typeof paper === 'string' && typeof printed === 'string'
      ? draftClaim({ paper: knownPaper(registry, paper), id, printed, measure, needs })
      : null
  if (typeof csv !== 'string' || typeof lawId !== 'string') {
    const claim = claimOf(syntheticMeasure, 'observed rows in place of the planted ones')
    return { claim, files: syntheticPackage({ id, title, claim }) }
  }
  const law = laws.find((one) => one.id === lawId)
  if (law === undefined) fail('LB_USAGE', `there is no law "${lawId}"; allowed: ${curves.join(', ')}`)
  const claim = claimOf(curveMeasure(law, String(printed ?? '')), null)
  return { claim, files: curvePackage({ id, title, claim }, law, await readPoints(resolve(csv), law)) }
}

function knownPaper({ papers }: Registry, key: string): string {
  if (papers.has(key)) return key
  const keys = [...papers.keys()]
  const near = nearMisses(key, keys)
  const hint = near.length > 0 ? `did you mean ${near.join(', ')}?` : `known: ${keys.join(', ')}`
  return fail(
    'LB_DANGLING',
    `experiments/papers.json has no paper "${key}"; ${hint} \`repro new paper ${key}\` adds it`,
  )
}

/** Package names are unique in the workspace, so that an id must be free in every kind of package. */
async function checkFree(root: string, id: string): Promise<void> {
  for (const kind of ['experiments', 'packages', 'datasets']) {
    const taken = await access(join(root, kind, id)).then(
      () => true,
      () => false,
    )
    if (taken) fail('LB_EXISTS', `${kind}/${id} exists already; choose another id, or delete that folder first`)
  }
}

function checkSlug(text: string, pattern: RegExp, allowed: string): void {
  if (!pattern.test(text) || text.length > 60) fail('LB_USAGE', `"${text}" is no id here; ${allowed}`)
}

function refuse(options: Context['options'], names: readonly string[], usage: string): void {
  const found = names.filter((name) => options[name] !== undefined)
  if (found.length > 0) fail('LB_USAGE', `repro ${usage} takes no --${found.join(', --')}`)
}

/** Give new files the repository's format; where the formatter is not installed they stay as written. */
async function format(root: string, path: string): Promise<void> {
  await execa(join(root, 'node_modules', '.bin', 'biome'), ['check', '--write', path], { cwd: root, reject: false })
}
