import type { Command } from '../command.ts'
import { everywhere } from '../everywhere.ts'

/** The shells that can complete `repro`, and how to load the script. */
export const shells = { bash, zsh, fish } as const

/** A completion script for an alias or function called `repro`: commands, then the options of the command. */
export function completion(shell: keyof typeof shells, commands: readonly Command[]): string {
  return shells[shell](commands)
}

function optionsOf(command: Command): string[] {
  return Object.keys({ ...command.options, ...everywhere }).map((name) => `--${name}`)
}

function bash(commands: readonly Command[]): string {
  const cases = commands.map((command) => `    ${command.name}) words="${optionsOf(command).join(' ')}" ;;`)
  return `# repro help --completion bash > ~/.local/share/bash-completion/completions/repro
_repro() {
  local words="${commands.map(({ name }) => name).join(' ')}"
  [ "$COMP_CWORD" -gt 1 ] && case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
    *) words="" ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _repro repro`
}

function zsh(commands: readonly Command[]): string {
  const names = commands.map(({ name, summary }) => `    '${name}:${quoted(summary)}'`)
  const cases = commands.map((command) => `    ${command.name}) compadd -- ${optionsOf(command).join(' ')}; _files ;;`)
  return `#compdef repro
# repro help --completion zsh > "\${fpath[1]}/_repro"
_repro() {
  local -a names
  names=(
${names.join('\n')}
  )
  if (( CURRENT == 2 )); then _describe command names; return; fi
  case "$words[2]" in
${cases.join('\n')}
  esac
}
compdef _repro repro`
}

function fish(commands: readonly Command[]): string {
  const lines = commands.flatMap(({ name, summary, options }) => [
    `complete -c repro -n __fish_use_subcommand -f -a ${name} -d '${quoted(summary)}'`,
    ...Object.entries({ ...options, ...everywhere }).map(
      ([option, { help }]) =>
        `complete -c repro -n '__fish_seen_subcommand_from ${name}' -l ${option} -d '${quoted(help)}'`,
    ),
  ])
  return ['# repro help --completion fish > ~/.config/fish/completions/repro.fish', ...lines].join('\n')
}

/** Text that stands inside single quotes of all three shells. */
function quoted(text: string): string {
  return text.replaceAll("'", '’').replaceAll('`', '').replaceAll(':', ',')
}
