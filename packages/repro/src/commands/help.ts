import { join } from 'node:path'
import { fail, nearMisses, writeAtomic } from '@lawbook/base'
import type { Command } from '../command.ts'
import { completion, shells } from '../help/completion.ts'
import { commandsPage, errorsPage } from '../help/docs.ts'
import { commandDocument, commandPage, loadCommands, overview } from '../help/page.ts'

export default {
  name: 'help',
  group: 'read',
  summary: 'Show what there is, or how one command is used.',
  usage: '[<command>]',
  examples: ['repro help', 'repro help show', 'repro help --completion bash'],
  options: {
    completion: { type: 'string', value: '<shell>', help: 'print a completion script: bash, zsh or fish' },
    docs: { type: 'boolean', help: 'write docs/commands.md and docs/errors.md' },
  },
  json: 'lawbook/help@1',
  exits: {},
  async run({ root, positionals, options, output }) {
    const all = await loadCommands()
    const { completion: shell } = options
    if (output.json && (options.docs === true || shell !== undefined))
      fail('LB_USAGE', 'repro help --docs and --completion print no JSON document; leave --json out')
    if (options.docs === true) {
      await writeAtomic(join(root, 'docs', 'commands.md'), commandsPage(all))
      await writeAtomic(join(root, 'docs', 'errors.md'), errorsPage())
      output.print('wrote docs/commands.md and docs/errors.md')
      return 0
    }
    if (typeof shell === 'string') {
      if (!Object.hasOwn(shells, shell))
        fail('LB_USAGE', `no completion for "${shell}"; allowed: ${Object.keys(shells).join(', ')}`)
      output.print(completion(shell as keyof typeof shells, all))
      return 0
    }
    const [name] = positionals
    const command = all.find((one) => one.name === name)
    if (name !== undefined && command === undefined) {
      const near = nearMisses(
        name,
        all.map((one) => one.name),
      )
      fail('LB_USAGE', `there is no command "${name}"${near.length === 0 ? '' : `; did you mean ${near.join(', ')}?`}`)
    }
    const shown = command === undefined ? all : [command]
    if (output.json) output.document('lawbook/help@1', { commands: shown.map(commandDocument) })
    for (const line of command === undefined ? overview(all) : commandPage(command)) output.print(line)
    return 0
  },
} satisfies Command
