import { mkdir, readdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { asLawbookError, type Code, codes, fail, readJson } from '@lawbook/base'
import { validate } from '@lawbook/schemas'

const notStaged = ['node_modules', 'results', '.turbo']

/**
 * A stand-in for an experiment's folder: links to its files, and room for other results. Whatever a task writes there,
 * the experiment's own results and errors stay as they are.
 */
export async function stageExperiment(root: string, id: string, parent: string): Promise<string> {
  const source = join(root, 'experiments', id)
  const folder = join(parent, id)
  await mkdir(join(folder, 'results'), { recursive: true })
  for (const name of await readdir(source)) {
    if (!notStaged.includes(name)) await symlink(join(source, name), join(folder, name))
  }
  return folder
}

/** Run the task of a staged experiment by its own program, without turbo; its error becomes ours. */
export async function runStaged(
  root: string,
  folder: string,
  program: 'experiment' | 'figures',
  args: readonly string[],
): Promise<void> {
  // Loaded here, so that nothing else waits for it.
  const { execa } = await import('execa')
  const script = join(root, 'packages', program, 'bin', `${program}.js`)
  const { exitCode, stderr, message } = await execa(process.execPath, [script, ...args], {
    cwd: folder,
    env: { REPRO_FIDELITY: 'full' },
    reject: false,
    stdin: 'ignore',
  })
  if (exitCode === 0) return
  const path = join(folder, 'results', 'error.json')
  const record = await readJson(path).catch((thrown) => {
    const reason = stderr || message || asLawbookError(thrown).message
    return fail('LB_EXPERIMENT', `the program ${program} ended with ${exitCode ?? 'a signal'}: ${reason}`)
  })
  const { code, message: sentence } = validate('lawbook/error@1', record, path)
  fail(Object.hasOwn(codes, code) ? (code as Code) : 'LB_EXPERIMENT', sentence)
}
