#!/usr/bin/env node
// Plain JavaScript: `repro all` starts turbo at once, and the command line, which is TypeScript, loads meanwhile.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { firstTasks, launch } from '../src/launch.js'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..')
const argv = process.argv.slice(2)
const started = argv[0] === 'all' && onlyKnown(argv.slice(1)) ? start() : undefined

const { register } = await import('tsx/esm/api')
register()
const { main } = await import('../src/cli.ts')
process.exitCode = await main(root, argv, started)
// A command that stopped early leaves nothing running behind it.
started?.end()

/** A wrong option must not start anything: the command line will refuse it. */
function onlyKnown(options) {
  return options.every((option) => ['--quick', '--force', '--json', '--verbose'].includes(option))
}

function start() {
  try {
    return launch(root, {
      tasks: firstTasks(),
      fidelity: argv.includes('--quick') ? 'quick' : 'full',
      force: argv.includes('--force'),
    })
  } catch {
    // Not installed, or no right to start it: the command line tries again and says so.
    return undefined
  }
}
