import { parseArgs } from 'node:util'
import { asLawbookError, fail, nearMisses } from '@lawbook/base'
import type { Command } from './command.ts'
import { commands } from './commands/index.ts'
import { everywhere } from './everywhere.ts'
import { createOutput } from './output.ts'

/**
 * The command line: find the command, parse its options, run it, turn an error into one sentence and an exit code.
 * Returns the exit code; never throws.
 */
export async function main(root: string, argv: readonly string[], started?: unknown): Promise<number> {
  const output = createOutput(argv.includes('--json'))
  const verbose = argv.includes('--verbose')
  try {
    const [name = 'help', ...rest] = argv[0]?.startsWith('-') === true ? ['help', ...argv] : argv
    const command = await findCommand(name)
    if (rest.includes('--help') || rest.includes('-h')) {
      const help = await findCommand('help')
      return await help.run({ root, positionals: [command.name], options: {}, output })
    }
    const { values, positionals } = parse(command, rest)
    return await command.run({ root, positionals, options: values, output, started })
  } catch (thrown) {
    const error = asLawbookError(thrown)
    if (output.json)
      output.document('lawbook/fault@1', { code: error.code, message: error.message, details: error.details })
    output.note(`${output.style('red', 'error')} ${error.message}`)
    output.note(`  ${error.code}; \`repro explain ${error.code}\` says what to do`)
    if (verbose && error.stack !== undefined) output.note(error.stack)
    return error.exit
  }
}

async function findCommand(name: string): Promise<Command> {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (load !== undefined) return (await load()).default
  const near = nearMisses(name, Object.keys(commands))
  return fail(
    'LB_USAGE',
    `there is no command "${name}"${near.length === 0 ? '' : `; did you mean ${near.join(', ')}?`}; \`repro help\` lists them`,
  )
}

function parse(command: Command, args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { ...command.options, ...everywhere },
      allowPositionals: true,
      strict: true,
    })
  } catch (thrown) {
    const message = (thrown as Error).message.split('. ')[0] ?? ''
    const allowed = Object.keys({ ...command.options, ...everywhere }).map((option) => `--${option}`)
    return fail(
      'LB_USAGE',
      `repro ${command.name}: ${message.charAt(0).toLowerCase()}${message.slice(1)}; allowed: ${allowed.join(', ')}`,
    )
  }
}
