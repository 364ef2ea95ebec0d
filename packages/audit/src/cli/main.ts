import { asLawbookError, fail, nearMisses, prettyJson } from '@lawbook/base'
import { visible } from '../render/say.ts'
import { auditCommand } from './audit.ts'
import { type Command, parsed } from './command.ts'
import { fitCommand } from './fit.ts'
import { commandPage, overview } from './help.ts'
import type { Io } from './io.ts'
import { version } from './version.ts'

const commands: readonly Command[] = [auditCommand, fitCommand]

/**
 * The command line `lawbook`: find the command, parse its options, run it, turn an error into one sentence and an exit
 * code. Returns the exit code; never throws.
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const [name = 'help', ...rest] = argv
  try {
    if (name === '--version') return said(io, `${version}\n`)
    if (['help', '--help', '-h'].includes(name))
      return said(io, rest[0] === undefined ? overview(commands) : commandPage(commandOf(rest[0])))
    const command = commandOf(name)
    if (rest.includes('--help') || rest.includes('-h')) return said(io, commandPage(command))
    const { values, positionals } = parsed(command, rest)
    return await command.run({ positionals, options: values, io })
  } catch (thrown) {
    const { code, message, details, exit, stack } = asLawbookError(thrown)
    if (rest.includes('--json')) io.out(prettyJson({ schema: 'lawbook/fault@1', code, message, details }))
    io.talk(`${io.style('red', 'error')} ${visible(message)}\n`)
    io.talk(`  ${code}${code === 'LB_USAGE' ? '; `lawbook help` shows what there is' : ''}\n`)
    if (rest.includes('--verbose') && stack !== undefined) io.talk(`${stack}\n`)
    return exit
  }
}

function commandOf(name: string): Command {
  const found = commands.find((command) => command.name === name)
  if (found !== undefined) return found
  const known = commands.map((command) => command.name)
  const near = nearMisses(name, known)
  const hint = near.length > 0 ? `did you mean ${near.join(', ')}?` : `there are ${known.join(', ')}`
  return fail('LB_USAGE', `there is no command "${name}"; ${hint}`)
}

function said(io: Io, text: string): number {
  io.out(text)
  return 0
}
