import { join } from 'node:path'
import { absentAsNull, fail, readJson, readText } from '@lawbook/base'
import { countsText, groupClaims } from '@lawbook/claims'
import type { Claim, DiffClaim } from '@lawbook/schemas'
import { downloadedBy, readDataSets } from '../dataSets.ts'
import { checkDocument } from '../documents/index.ts'
import { overviewFigure, overviewPapers } from '../overview/model.ts'
import { count, powerHead, powerText, sayNumber } from '../say.ts'
import type { State } from '../state.ts'
import { megabytes } from '../tasks.ts'
import { type Blocks, cell, table } from './blocks.ts'

/** The generated blocks of the repository's README. */
export function rootBlocks(state: State): Blocks {
  const { root } = state.registry
  return {
    verdicts: () => verdictsBlock(state),
    sizes: () => sizesBlock(root),
    commands: () => commandsBlock(root),
    timings: () => timingsBlock(root),
  }
}

/** One card a paper, in the order of papers.json: its verdicts, group by group; the groups are never added. */
function verdictsBlock(state: State): string {
  const { diff, registry } = state
  const drawn = new Set(overviewPapers(state).map(({ id }) => id))
  const judged = new Set(diff.claims.map(({ paper }) => paper))
  const papers = [...new Set([...registry.papers.keys(), ...judged])].filter((key) => judged.has(key))
  const cards = papers.map((key) => {
    const paper = registry.papers.get(key)
    const title = cell(paper?.title ?? key)
    const groups = groupClaims({ ...diff, claims: diff.claims.filter((claim) => claim.paper === key) })
    const records = new Map(registry.claims.map((claim) => [claim.id, claim]))
    const rows = groups.map(({ title: group, claims }) => [
      group,
      sayNumber(claims.length),
      countsText(claims),
      sayNumber(claims.filter(({ id }) => records.get(id)?.seen === true).length),
    ])
    const heading = paper?.URL === undefined ? title : `[${title}](${paper.URL})`
    const each = groups.flatMap(({ claims }) => claims.map((claim) => claimRow(claim, records.get(claim.id))))
    const card = `**${heading}** (\`${key}\`)\n\n${table(['judged', 'claims', 'verdicts', 'line drawn after the outcome was known'], rows)}`
    const page = drawn.has(key) ? `\n\n${pageBlock(key, title)}` : ''
    return `${card}${page}\n\n<details><summary>Every claim</summary>\n\n${table(['claim', 'statement', 'source, trust', 'verdict', powerHead], each)}\n\n</details>`
  })
  return cards.join('\n\n')
}

/** The state of the evidence on one page, folded: it is as tall as its claims are many. */
function pageBlock(paper: string, title: string): string {
  const picture = `![State of the evidence: ${title}](figures/overview/${overviewFigure(paper)}.svg)`
  return `<details><summary>State of the evidence on one page</summary>\n\n${picture}\n\n</details>`
}

/** One claim of the card: where to find it, what it says, what came of it and how often that rule is right. */
function claimRow(judged: DiffClaim, record: Claim | undefined): string[] {
  const { id, ref, experiment, statement, verdict, measure } = judged
  const source = record === undefined ? '' : `${record.source}, ${record.trust}`
  return [
    `[${cell(ref)}](experiments/${experiment}/README.md) \`${id}\``,
    cell(statement),
    source,
    verdict,
    powerText(measure),
  ]
}

/** What a first build downloads. */
async function sizesBlock(root: string): Promise<string> {
  const sets = await readDataSets(root)
  const rows = sets.map(({ id, manifest, downloadBytes, tarballs }) => [
    `\`${id}\``,
    cell(manifest.title),
    downloadBytes === 0 ? 'in the repository' : `${megabytes(downloadBytes)} in ${count(tarballs.length, 'package')}`,
    cell(manifest.licence),
  ])
  const { downloadBytes: total } = await downloadedBy(sets)
  return `The first \`repro all\` downloads ${megabytes(total)}; \`repro verify\` downloads nothing.\n\n${table(['data set', 'what it is', 'download', 'licence'], rows)}`
}

/**
 * The table of commands, copied from docs/commands.md: making it means loading every command, which a run with nothing
 * to do must not pay for. A test holds that page against the commands.
 */
async function commandsBlock(root: string): Promise<string> {
  const path = join(root, 'docs', 'commands.md')
  const found = /^\| group \|.*(?:\n\|.*)+/m.exec(await readText(path))
  return found?.[0] ?? fail('LB_SCHEMA', `${path} has no table of commands; write it by \`repro help --docs\``)
}

type Timings = {
  machine: string
  installMegabytes: number
  rows: { want: string; type: string; budget: string; measured: string }[]
}

/** Measured times, from the committed file that measuring writes; nothing while there is none. */
async function timingsBlock(root: string): Promise<string> {
  const path = join(root, 'docs', 'timings.json')
  const found = await absentAsNull(readJson(path))
  if (found === null) return ''
  const timings = checkDocument('lawbook/timings@1', found, path) as Timings
  const rows = timings.rows.map(({ want, type, budget, measured }) => [cell(want), `\`${type}\``, measured, budget])
  const start = table(['you want to', 'type', 'first run takes', 'budget'], rows)
  return `${start}\n\nMeasured on ${cell(timings.machine)}. The installation takes ${sayNumber(timings.installMegabytes)} MB.`
}
