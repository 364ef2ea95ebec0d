import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Passes when out.txt holds the word; the second test errs when there is no out.txt. */
const check = `
import assert from 'node:assert/strict'
const word = ({ after }) => Buffer.from(after.get('out.txt') ?? '').toString().trim()
export default [
  { id: 'word', weight: 3, test: (seen) => assert.equal(word(seen), 'done') },
  { id: 'there', weight: 1, test: ({ after }) => { if (!after.has('out.txt')) throw new Error('no out.txt') } },
]
`

/** A checkout in ClawBench's layout, in the given folder: tasks by id with their solve.sh; judged without Python. */
export async function writeCheckout(folder: string, tasks: Readonly<Record<string, string>>): Promise<string> {
  for (const [id, solve] of Object.entries(tasks)) {
    const domain = id.split('-')[0]!
    const files = {
      'task.toml': `id = "${id}"\ntitle = "T"\ndomain = "${domain}"\nlevel = "L1"\ntimeout = 20\ncapabilities = []\n`,
      'instruction.md': 'Write done into workspace/out.txt.',
      'verifier/check.ts': check,
      'solution/solve.sh': solve,
    }
    for (const [name, text] of Object.entries(files)) {
      const path = join(folder, 'tasks', domain, id, name)
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, text)
    }
  }
  return folder
}

export const right = 'echo done > "$1/out.txt"\n'
export const wrong = 'echo no > "$1/out.txt"\n'
