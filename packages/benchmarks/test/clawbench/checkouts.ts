import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

const conftest = new URL('../../../../datasets/claw-tasks/clawbench/tasks/conftest.py', import.meta.url)

/** A temporary folder that goes when the test has ended. */
export async function temporary(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'lawbook-test-')))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** Files by relative path, written below a temporary folder. */
export async function folderOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await temporary()
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
  return folder
}

export const toml = (id: string, more = ''): string =>
  `id = "${id}"\ntitle = "T"\ndomain = "shop"\nlevel = "L1"\ntimeout = 20\ncapabilities = ["file-write"]\n${more}`

/** What a task is made of: the files that are not said are those of a task whose answer is the word "done" in out.txt. */
export type Parts = { toml?: string; setup?: string; verifier?: string; solve?: string; instruction?: string }

const answered = `
import pytest

@pytest.mark.weight(3)
def test_word(workspace):
    assert (workspace / "out.txt").read_text().strip() == "done"

def test_there(workspace):
    assert (workspace / "out.txt").exists()
`

/** A checkout in the layout of claw-bench with the given tasks in the domain "shop". */
export async function checkoutOf(tasks: Readonly<Record<string, Parts>>): Promise<string> {
  const files: Record<string, string> = { 'tasks/conftest.py': await readFile(conftest, 'utf8') }
  for (const [name, parts] of Object.entries(tasks)) {
    const at = `tasks/shop/${name}`
    files[`${at}/task.toml`] = parts.toml ?? toml(name)
    files[`${at}/instruction.md`] = parts.instruction ?? 'Write done into workspace/out.txt.'
    files[`${at}/environment/setup.sh`] = parts.setup ?? 'mkdir -p "$1"\n'
    files[`${at}/verifier/test_output.py`] = parts.verifier ?? answered
    files[`${at}/solution/solve.sh`] = parts.solve ?? 'echo done > "$1/out.txt"\n'
  }
  return folderOf(files)
}
