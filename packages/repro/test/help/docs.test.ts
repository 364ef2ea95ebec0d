import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { codes } from '@lawbook/base'
import { execa } from 'execa'
import { expect, test } from 'vitest'
import { completion, shells } from '../../src/help/completion.ts'
import { commandsPage, errorsPage } from '../../src/help/docs.ts'
import { commandPage, loadCommands, overview } from '../../src/help/page.ts'
import { repository } from '../workspace.ts'

const all = await loadCommands()

test('the generated docs are what is committed; `repro help --docs` writes them', async () => {
  expect(await readFile(join(repository, 'docs', 'commands.md'), 'utf8')).toBe(commandsPage(all))
  expect(await readFile(join(repository, 'docs', 'errors.md'), 'utf8')).toBe(errorsPage())
})

test('every code and every command is documented', () => {
  for (const code of Object.keys(codes)) expect(errorsPage()).toContain(`## ${code}\n`)
  for (const { name } of all) expect(commandsPage(all)).toContain(`## ${name}\n`)
})

test('help names every command once and every option of a command', () => {
  for (const command of all) {
    expect(overview(all).filter((line) => line.startsWith(`  ${command.name} `))).toHaveLength(1)
    for (const option of Object.keys(command.options)) expect(commandPage(command).join('\n')).toContain(`--${option}`)
  }
})

test('examples call commands that exist with options that they have', () => {
  for (const { examples } of all)
    for (const example of examples) {
      const [, name, ...rest] = example.replace(/"[^"]*"/g, 'text').split(' ')
      const called = all.find((command) => command.name === name)
      expect(called, example).toBeDefined()
      const known = [...Object.keys(called!.options), 'json', 'help', 'verbose']
      for (const word of rest.filter((part) => part.startsWith('--'))) expect(known, example).toContain(word.slice(2))
    }
})

test.each(Object.keys(shells) as (keyof typeof shells)[])('%s completion knows commands and options', (shell) => {
  const script = completion(shell, all)
  for (const { name } of all) expect(script).toContain(name)
  expect(script).toMatch(shell === 'fish' ? /-l junit|-l claims/ : /--claims/)
})

test('bash completes commands, then the options of the command', async () => {
  const ask = `${completion('bash', all)}
COMP_WORDS=(repro sh); COMP_CWORD=1; _repro; echo "\${COMPREPLY[@]}"
COMP_WORDS=(repro list --cl); COMP_CWORD=2; _repro; echo "\${COMPREPLY[@]}"`
  const { stdout } = await execa('bash', ['-c', ask])
  expect(stdout.split('\n')).toEqual(['show', '--claims'])
})
