import { appendFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { codes, fail, writeAtomic } from '@lawbook/base'
import { annotations, diffMarkdown, diffText, junit } from '@lawbook/claims'
import type { Command } from '../command.ts'
import { count } from '../say.ts'
import { readState } from '../state.ts'

export default {
  name: 'diff',
  group: 'check',
  summary: 'Hold claimed against reproduced, and say what moved since it was accepted.',
  usage: '',
  examples: ['repro diff', 'repro diff --ci --junit junit.xml', 'repro diff --json'],
  options: {
    ci: { type: 'boolean', help: 'also fail on what is new, gone or moved; step summary and annotations for GitHub' },
    markdown: { type: 'boolean', help: 'print Markdown' },
    junit: { type: 'string', value: '<file>', help: 'write the claims as JUnit test cases' },
  },
  json: 'lawbook/diff@1',
  exits: { 3: 'a verdict lost information or moved, or a rule changed; with --ci also a claim that was not accepted' },
  async run({ root, positionals, options, output }) {
    if (positionals.length > 0)
      fail('LB_USAGE', `repro diff takes no id and got "${positionals.join(' ')}"; \`repro show <id>\` shows one`)
    const ci = options.ci === true
    const { diff, fresh, committed } = await readState(root, { ci })
    const { GITHUB_STEP_SUMMARY: summary } = process.env
    if (typeof options.junit === 'string') await writeAtomic(resolve(options.junit), junit(diff))
    if (ci && summary !== undefined && summary !== '') await appendFile(summary, diffMarkdown(diff))
    if (output.json) output.document('lawbook/diff@1', diff)
    output.note(
      `read ${count(fresh.length, 'fresh result')} of this machine and ${count(committed.length, 'committed one')} from figures/`,
    )
    output.print(options.markdown === true ? diffMarkdown(diff) : diffText(diff))
    if (ci) for (const line of annotations(diff)) output.print(line)
    if (!diff.gate.passed && options.markdown !== true)
      output.note('if the change is right: `repro accept <claim> --because "..."`')
    return diff.gate.passed ? 0 : codes.LB_GATE.exit
  },
} satisfies Command
