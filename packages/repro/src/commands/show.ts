import { fail, LawbookError } from '@lawbook/base'
import { findClaim, findExperiment } from '@lawbook/claims'
import type { Command, Context } from '../command.ts'
import { type ClaimView, viewClaims } from '../read/claimView.ts'
import { type Docket, readDocket } from '../read/docket.ts'
import { fold } from '../say.ts'
import { showDocument } from '../show/document.ts'
import { claimSections, escapeMarkdown, sectionsMarkdown, sectionsText } from '../show/text.ts'

export default {
  name: 'show',
  group: 'read',
  summary: 'Show claims on one screen each: printed, recomputed, verdict, rule, power, limits, lineage.',
  usage: '<claim|ref|experiment>',
  examples: ['repro show skill-laws/routing-r2', 'repro show H4', 'repro show routing-r2 --md'],
  options: { md: { type: 'boolean', help: 'print Markdown, for pasting into a review' } },
  json: 'lawbook/show@1',
  exits: {},
  async run({ root, positionals, options, output }) {
    const [word] = positionals
    if (word === undefined || positionals.length > 1)
      fail('LB_USAGE', `repro show takes one id and got ${positionals.length}; \`repro list --claims\` lists them`)
    const docket = await readDocket(root)
    const ids = claimIds(docket, word)
    const views = await viewClaims(docket, ({ id }) => ids.includes(id))
    if (output.json) output.document('lawbook/show@1', showDocument(views))
    else for (const view of views) (options.md === true ? printMarkdown : printText)(view, output)
    return 0
  },
} satisfies Command

/** The ids of a claim, of all claims of a ref, or of all claims of an experiment. */
function claimIds({ registry }: Docket, word: string): string[] {
  try {
    return findClaim(registry, word).map(({ id }) => id)
  } catch (thrown) {
    if (!(thrown instanceof LawbookError)) throw thrown
    const experiment = registry.experiments.find(({ id }) => id === word || id.endsWith(`-${word}`))
    if (experiment === undefined) throw thrown
    const { id, claims } = findExperiment(registry, word)
    if (claims.length === 0)
      fail('LB_USAGE', `the experiment ${id} judges no claim yet; add one to experiments/${id}/claims.json`)
    return claims.map((claim) => claim.id)
  }
}

const colours = {
  reproduced: 'green',
  consistent: 'green',
  contradicted: 'red',
  'does-not-carry': 'red',
  'direction-only': 'yellow',
  inconclusive: 'yellow',
  'not-testable': 'dim',
} as const

function printText(view: ClaimView, output: Context['output']): void {
  const { claim, judged, paper } = view
  const width = Math.min(process.stdout.columns ?? 100, 120)
  output.print(
    `${output.style('bold', claim.id)}  ${claim.ref}  ${output.style(colours[judged.verdict], judged.verdict)}`,
  )
  output.print(fold(`${claim.statement} (${paper.title})`, width))
  for (const line of sectionsText(claimSections(view), width)) output.print(line)
  output.print()
}

function printMarkdown(view: ClaimView, output: Context['output']): void {
  const { claim, judged } = view
  output.print(`### ${escapeMarkdown(claim.id)} (${escapeMarkdown(claim.ref)}): ${judged.verdict}`)
  output.print()
  output.print(escapeMarkdown(claim.statement))
  output.print()
  for (const line of sectionsMarkdown(claimSections(view))) output.print(line)
  output.print()
}
