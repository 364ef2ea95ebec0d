import { fail } from '@lawbook/base'
import type { Command } from '../command.ts'
import { diagnose } from '../doctor/checks.ts'
import { columns } from '../say.ts'

export default {
  name: 'doctor',
  group: 'check',
  summary: 'Look at what a run needs: Node, pnpm, turbo, canvas, fonts, cache, disk, data, git.',
  usage: '',
  examples: ['repro doctor'],
  options: {},
  json: 'lawbook/doctor@1',
  exits: { 1: 'a check failed: the line says what to do' },
  async run({ root, positionals, output }) {
    if (positionals.length > 0) fail('LB_USAGE', `repro doctor takes no ids and got "${positionals.join(' ')}"`)
    const findings = await diagnose(root)
    const healthy = findings.every(({ state }) => state !== 'fail')
    if (output.json) output.document('lawbook/doctor@1', { healthy, findings })
    const lines = columns(findings.map(({ state, check, seen }) => [state, check, seen]))
    for (const [i, { state, advice }] of findings.entries()) {
      output.print(output.style(({ ok: 'green', warn: 'yellow', fail: 'red' } as const)[state], lines[i]!))
      if (advice !== null) output.print(`      ${advice}`)
    }
    return healthy ? 0 : 1
  },
} satisfies Command
