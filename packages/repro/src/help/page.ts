import type { Command, Group, Option } from '../command.ts'
import { commands } from '../commands/index.ts'
import { keysOf, type PrintedName } from '../documents/index.ts'
import { everywhere } from '../everywhere.ts'
import { columns } from '../say.ts'

export const groupTitles: Readonly<Record<Group, string>> = {
  read: 'Read: does this number hold, on what evidence, how sure',
  check: 'Check: recompute, compare, guard',
  extend: 'Extend: add claims, experiments, figures and data',
  yours: 'Yours: the same tools on your own library',
}

export const exitCodes: readonly (readonly [number, string])[] = [
  [0, 'fine'],
  [1, 'an internal fault, or a task failed'],
  [2, 'usage: the command, an option, an id or a record is wrong'],
  [3, 'a gate: a verdict moved or lost information'],
  [4, 'the books do not balance'],
  [5, 'data or committed files are not what they should be'],
  [6, 'a budget is spent'],
  [130, 'interrupted'],
]

/** Every command, in the order of the registry. */
export async function loadCommands(): Promise<Command[]> {
  return await Promise.all(Object.values(commands).map(async (load) => (await load()).default))
}

/** The first page: groups, examples, exit codes. */
export function overview(all: readonly Command[]): string[] {
  const lines = ['Lawbook puts published scaling laws of LLM agents on trial.', '', 'pnpm repro <command> [options]']
  for (const [group, title] of Object.entries(groupTitles)) {
    const members = all.filter((command) => command.group === group)
    if (members.length === 0) continue
    lines.push('', title)
    lines.push(...columns(members.map(({ name, summary }) => [`  ${name}`, summary])))
  }
  lines.push('', 'Examples')
  lines.push(...['repro all', 'repro verify', 'repro show H4', 'repro report'].map((example) => `  pnpm ${example}`))
  lines.push('', 'pnpm repro help <command> shows options and exit codes; --json prints one document on stdout.')
  return lines
}

/** The page of one command. */
export function commandPage(command: Command): string[] {
  const lines = [command.summary, '', `pnpm repro ${command.name} ${command.usage}`.trimEnd(), '', 'Options']
  lines.push(...columns(optionRows(command).map(([name, help]) => [`  ${name}`, help])))
  const exits = exitRows(command)
  lines.push('', 'Exit codes', ...columns(exits.map(([code, when]) => [`  ${code}`, when])))
  const [json, ...also] = documentsOf(command).map((name) => `${name}: ${keysOf(name).join(', ')}`)
  if (command.theirs !== undefined) lines.push('', `--json prints ${command.theirs}`)
  if (json !== undefined) lines.push('', `--json prints ${json}`, ...also.map((other) => `or ${other}`))
  if (command.examples.length > 0) lines.push('', 'Examples', ...command.examples.map((example) => `  pnpm ${example}`))
  return lines
}

/** Options with their values and help, the command's own first. */
export function optionRows(command: Command): [string, string][] {
  const all: Readonly<Record<string, Option>> = { ...command.options, ...everywhere }
  return Object.entries(all).map(([name, { short, value, help, multiple }]) => [
    `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`,
    multiple === true ? `${help} (may be repeated)` : help,
  ])
}

/** Exit codes of a command: the common ones and its own. */
export function exitRows(command: Command): [string, string][] {
  const common = exitCodes.filter(([code]) => code <= 2)
  const own = Object.entries(command.exits).map(([code, when]): [string, string] => [code, when])
  return [...common.map(([code, when]): [string, string] => [String(code), when]), ...own].filter(
    ([code], i, rows) => rows.findLastIndex(([other]) => other === code) === i,
  )
}

/** The documents that `--json` prints, the usual one first. */
export function documentsOf({ json, also = [] }: Command): readonly PrintedName[] {
  return json === undefined ? [] : [json, ...also]
}

/** A command as `help --json` gives it. */
export function commandDocument(command: Command) {
  const { name, group, summary, usage, examples, json, also = [] } = command
  return {
    name,
    group,
    summary,
    usage,
    examples,
    options: Object.entries({ ...command.options, ...everywhere }).map(([option, { type, help }]) => ({
      name: option,
      type,
      help,
    })),
    exits: exitRows(command).map(([code, when]) => ({ code: Number(code), when })),
    json: json ?? null,
    keys: json === undefined ? [] : keysOf(json),
    also,
  }
}
