import { join, relative, resolve } from 'node:path'
import { fail, writeAtomic } from '@lawbook/base'
import type { Command } from '../command.ts'
import { reportOverviews } from '../overview/report.ts'
import { viewClaims } from '../read/claimView.ts'
import { readDocket } from '../read/docket.ts'
import { reportMarkdown } from '../report/markdown.ts'
import { reportPage } from '../report/page.ts'

export default {
  name: 'report',
  group: 'read',
  summary: 'Write the report: report.md and one self-contained index.html.',
  usage: '[--out <folder>]',
  examples: ['repro report', 'repro report --out report'],
  options: { out: { type: 'string', value: '<folder>', help: 'where to write (report)' } },
  json: 'lawbook/report@1',
  exits: {},
  async run({ root, positionals, options, output }) {
    if (positionals.length > 0)
      fail('LB_USAGE', `repro report takes no ids and got "${positionals.join(' ')}"; it covers every claim`)
    const docket = await readDocket(root)
    const views = await viewClaims(docket, () => true)
    const folder = typeof options.out === 'string' ? resolve(options.out) : join(root, 'report')
    const page = reportPage(docket.diff, views, await reportOverviews(docket))
    const files = { 'index.html': page, 'report.md': reportMarkdown(docket.diff, views) }
    for (const [name, text] of Object.entries(files)) await writeAtomic(join(folder, name), text)
    const paths = Object.keys(files).map((name) => relative(process.cwd(), join(folder, name)))
    if (output.json) output.document('lawbook/report@1', { claims: views.length, files: paths })
    output.print(`${views.length} claims in ${paths.join(' and ')}; open the first in a browser`)
    return 0
  },
} satisfies Command
