import { columns, folded } from '../render/say.ts'
import { type Command, everywhere } from './command.ts'
import type { Options } from './io.ts'

const common: readonly (readonly [number, string])[] = [
  [0, 'fine'],
  [1, 'an internal fault'],
  [2, 'usage, or an input that cannot be read'],
]

/** The first page: the commands and what each is for. */
export function overview(commands: readonly Command[]): string {
  const rows = commands.map(({ name, usage, summary }) => [`  lawbook ${name} ${usage}`.trimEnd(), summary])
  return page([
    'lawbook: audit a library of agent skills, and fit scaling laws to a curve.',
    'Everything is computed here: no language model is asked, no text leaves this machine.',
    '',
    ...columns(rows),
    '',
    '`lawbook help <command>` shows options and exit codes; `lawbook --version` the version.',
  ])
}

/** The page of one command, made from its data. */
export function commandPage({ name, summary, usage, options, exits, examples }: Command): string {
  const codes = [...common, ...Object.entries(exits).map(([code, when]) => [Number(code), when] as const), interrupted]
  return page([
    summary,
    '',
    `lawbook ${name} ${usage}`.trimEnd(),
    '',
    'Options',
    ...optionLines({ ...options, ...everywhere }),
    '',
    'Exit codes',
    ...columns(codes.map(([code, when]) => [`  ${code}`, when])),
    '',
    'Examples',
    ...examples.map((example) => `  ${example}`),
  ])
}

const interrupted = [130, 'interrupted'] as const
const helpWidth = 76

function optionLines(options: Options): string[] {
  const rows = Object.entries(options).flatMap(([name, { short, value, help }]) => {
    const left = `  ${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`
    return folded(help, helpWidth).map((text, i) => [i === 0 ? left : '', text])
  })
  return columns(rows)
}

const page = (lines: readonly string[]): string => `${lines.join('\n')}\n`
