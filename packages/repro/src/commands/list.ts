import { byCodeUnit, fail, nearMisses } from '@lawbook/base'
import { countsText, groupClaims, oneLine } from '@lawbook/claims'
import type { List } from '@lawbook/schemas'
import type { Command, Context } from '../command.ts'
import { type Docket, readDocket } from '../read/docket.ts'
import { columns, powerHead, powerText, sayNumber } from '../say.ts'

export default {
  name: 'list',
  group: 'read',
  summary: 'List experiments, or claims with their verdicts.',
  usage: '[--claims] [--paper <key>]',
  examples: ['repro list', 'repro list --claims', 'repro list --paper skill-laws --json'],
  options: {
    claims: { type: 'boolean', help: 'list claims with their verdicts in place of experiments' },
    paper: { type: 'string', value: '<key>', help: 'only what speaks of this paper' },
  },
  json: 'lawbook/list@1',
  exits: {},
  async run({ root, positionals, options, output }) {
    if (positionals.length > 0)
      fail('LB_USAGE', `repro list takes no ids and got "${positionals.join(' ')}"; \`repro show <id>\` shows one`)
    const docket = await readDocket(root)
    const paper = paperOption(docket, options.paper)
    const list = listDocument(docket, paper)
    if (output.json) output.document('lawbook/list@1', list)
    else if (options.claims === true) printClaims(docket, paper, output)
    else printExperiments(list, output)
    return 0
  },
} satisfies Command

function paperOption({ registry }: Docket, option: Context['options'][string]): string | null {
  if (typeof option !== 'string') return null
  if (registry.papers.has(option)) return option
  const keys = [...registry.papers.keys()]
  const near = nearMisses(option, keys)
  return fail(
    'LB_USAGE',
    `there is no paper "${option}"${near.length === 0 ? '' : `; did you mean ${near.join(', ')}?`}; allowed: ${keys.join(', ')}`,
  )
}

/** `lawbook/list@1`: every experiment, or those that judge a claim of one paper, sorted by id. */
export function listDocument({ registry, standings }: Docket, paper: string | null): List {
  const experiments = registry.experiments.map(({ id, datasets, claims }) => {
    const standing = standings.get(id)!
    return {
      id,
      title: standing.stored?.result.title ?? id,
      papers: [...new Set(claims.map((claim) => claim.paper))].sort(byCodeUnit),
      claims: claims.map((claim) => claim.id),
      figures: standing.figures.map((figure) => figure.id),
      datasets: [...datasets],
      status: standing.status,
      decisions: standing.stored?.result.decisions ?? null,
      seconds: standing.run?.seconds ?? null,
    }
  })
  const chosen = experiments.filter(({ papers }) => paper === null || papers.includes(paper))
  return { schema: 'lawbook/list@1', experiments: chosen.sort((a, b) => byCodeUnit(a.id, b.id)) }
}

function printExperiments({ experiments }: List, output: Context['output']): void {
  if (experiments.length === 0) output.print('no experiments yet; `repro new <id>` makes one')
  const rows = experiments.map(({ id, status, claims, figures, decisions, seconds, papers }) => [
    id,
    status,
    sayNumber(claims.length),
    sayNumber(figures.length),
    sayNumber(decisions),
    seconds === null ? '–' : `${sayNumber(Number(seconds.toPrecision(2)))} s`,
    papers.join(', '),
  ])
  const head = ['experiment', 'status', 'claims', 'figures', 'decisions', 'time', 'papers']
  const [title = '', ...lines] = columns([head, ...rows], [2, 3, 4, 5])
  if (rows.length > 0) output.print(output.style('bold', title))
  for (const line of lines) output.print(line)
  if (rows.length > 0) output.print('`repro show <experiment>` shows one; `repro list --claims` lists what they judge')
}

function printClaims({ diff }: Docket, paper: string | null, output: Context['output']): void {
  const chosen = diff.claims.filter((claim) => paper === null || claim.paper === paper)
  for (const { title, claims } of groupClaims({ ...diff, claims: chosen })) {
    output.print(output.style('bold', `${title}: ${countsText(claims)}`))
    const rows = claims.map(({ ref, id, verdict, measure, printed }) => [
      `  ${oneLine(ref)}`,
      id,
      verdict,
      powerText(measure),
      oneLine(printed),
    ])
    for (const line of columns([['  ref', 'claim', 'verdict', powerHead, 'printed'], ...rows])) output.print(line)
  }
}
