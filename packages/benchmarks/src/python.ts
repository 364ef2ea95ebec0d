import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { fail } from '@lawbook/base'

/** An interpreter of Python 3. */
export type Python = {
  /** Absolute path. */
  readonly file: string
  /** Such as "3.11.2". */
  readonly version: string
  /** The version of pytest that it can import, or null. */
  readonly pytest: string | null
}

const usual = ['python3', '/usr/bin/python3', 'python']
const ask = [
  'import sys, json',
  'try:\n import pytest; found = pytest.__version__',
  'except ImportError: found = None',
  'print(json.dumps([sys.executable, "%d.%d.%d" % sys.version_info[:3], found]))',
].join('\n')

/**
 * The interpreter that was asked for, or without one the first of the usual ones that has pytest, or else the first of
 * all. LB_PYTHON if there is none, or if the one asked for is no Python 3.
 */
export async function findPython(wanted: string | null): Promise<Python> {
  const found: Python[] = []
  for (const file of wanted === null ? usual : [wanted]) {
    const python = await interpreterAt(file)
    if (python !== null && (python.pytest !== null || wanted !== null)) return python
    if (python !== null) found.push(python)
  }
  return found[0] ?? fail('LB_PYTHON', missing(wanted))
}

/** The interpreter, or LB_PYTHON if it cannot run pytest. */
export function needPytest(python: Python | null): Python {
  if (python === null) fail('LB_PYTHON', missing(null))
  if (python.pytest === null)
    fail('LB_PYTHON', `${python.file} (Python ${python.version}) has no pytest; install it or name another interpreter`)
  return python
}

function missing(wanted: string | null): string {
  return wanted === null
    ? `there is no Python 3 here (looked for ${usual.join(', ')}); install python3 and pytest, or name an interpreter`
    : `${wanted} is no interpreter of Python 3; name another one`
}

async function interpreterAt(file: string): Promise<Python | null> {
  try {
    const { stdout } = await promisify(execFile)(file, ['-I', '-c', ask], { timeout: 20_000 })
    const [path, version, pytest] = JSON.parse(stdout) as [string, string, string | null]
    return version.startsWith('3.') ? { file: path, version, pytest } : null
  } catch {
    return null
  }
}
