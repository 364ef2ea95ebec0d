import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { asLawbookError } from '@lawbook/base'
import { type CommandEnd, runCommand } from '../process.ts'
import type { Python } from '../python.ts'
import { lastLine } from '../said.ts'
import type { Verified } from '../verified.ts'
import { writtenText } from '../written.ts'
import { type JUnit, readJUnit } from './junit.ts'
import type { Prepared } from './prepare.ts'
import { because } from './reasons.ts'

const plugins = fileURLToPath(new URL('./pytest', import.meta.url))

/**
 * Run verifier/test_output.py of a prepared task with pytest: no cache, no bytecode, no plugins but ours, which records
 * ids, declared weights and tests that never ended, and a JUnit report instead of upstream's JSON plugin. The tests see the copy of the task
 * and of tasks/conftest.py as they lie in a checkout. A verifier that hangs, crashes or cannot be collected has no
 * checks.
 */
export async function runPytest(
  prepared: Prepared,
  { python, seconds, signal }: { python: Python; seconds: number; signal: AbortSignal },
): Promise<Verified> {
  const report = join(prepared.scratch, 'junit.xml')
  const settings = join(prepared.scratch, 'pytest.ini')
  // Settings of a folder above the scratch one are not to be found.
  await writeFile(settings, '[pytest]\n')
  const end = await runCommand({
    file: python.file,
    args: argumentsFor(prepared, { report, settings }),
    cwd: prepared.root,
    scratch: prepared.scratch,
    env: { PYTHONPATH: plugins, PYTEST_DISABLE_PLUGIN_AUTOLOAD: '1' },
    seconds,
    signal,
  })
  const folders = [prepared.workspace, prepared.scratch, python.file]
  const broken = (reason: string): Verified => ({ checks: null, reasons: [reason], seconds: end.seconds })
  const stopped = stoppedBy(end, seconds)
  if (stopped !== null) return broken(stopped)
  const xml = await writtenText(report)
  if (xml === null) return broken(because.noReport(`exit code ${end.exit}: ${lastLine(end.output, folders)}`))
  try {
    return verifiedFrom(readJUnit(xml, folders), end.seconds)
  } catch (thrown) {
    return broken(because.noReport(asLawbookError(thrown).message))
  }
}

function argumentsFor(prepared: Prepared, { report, settings }: { report: string; settings: string }): string[] {
  return [
    '-m',
    'pytest',
    join(prepared.copy, 'verifier/test_output.py'),
    `--workspace=${prepared.workspace}`,
    `--rootdir=${prepared.tasks}`,
    '-c',
    settings,
    '-q',
    '--tb=short',
    '--no-header',
    '--show-capture=no',
    '-p',
    'no:cacheprovider',
    '-p',
    'lawbook_record',
    `--junitxml=${report}`,
    '-W',
    'ignore::pytest.PytestUnknownMarkWarning',
  ]
}

function stoppedBy({ killedBy }: CommandEnd, seconds: number): string | null {
  if (killedBy === 'time') return because.verifierTime(seconds)
  if (killedBy === 'output') return because.verifierOutput
  return killedBy === 'signal' ? because.interrupted : null
}

function verifiedFrom({ checks, uncollected, oddWeights }: JUnit, seconds: number): Verified {
  const reasons = oddWeights.map((id) => `the declared weight of ${id} is no number above 0: it weighs 2`)
  if (uncollected.length > 0) return { checks: null, reasons: [because.uncollected(uncollected[0]!)], seconds }
  if (checks.length === 0) return { checks: null, reasons: [because.noTests], seconds }
  return { checks, reasons, seconds }
}
