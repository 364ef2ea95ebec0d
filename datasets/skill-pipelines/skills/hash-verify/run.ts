import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { algorithmOfLength, digest } from '../../kit/digests.ts'
import { sourcesOf } from '../../kit/sources.ts'
import type { Task } from '../../kit/task.ts'
import { outputName, readText, writeBytes } from '../../kit/text.ts'

type Entry = { readonly expected: string; readonly name: string }

/** For each file of a checksum list whether it still has the digest that stands there. */
export default async function run(task: Task): Promise<void> {
  const { list, entries } = await firstList(await sourcesOf(task, ['.txt']))
  const states = await Promise.all(entries.map((entry) => stateOf(entry, list)))
  const failed = states.filter((state) => state !== 'OK').length
  const lines = entries.map(({ name }, i) => `${name}: ${states[i]}`)
  const summary = `${entries.length} files checked, ${entries.length - failed} fine, ${failed} not`
  await writeBytes(outputName(task.input, 'verification.txt'), `${[...lines, '', summary].join('\n')}\n`)
}

async function firstList(names: readonly string[]): Promise<{ list: string; entries: Entry[] }> {
  for (const list of names) {
    const entries = (await readText(list)).split('\n').flatMap((line) => {
      const found = /^([0-9a-f]{32,128}) [ *](.+)$/i.exec(line)
      return found === null ? [] : [{ expected: found[1]!.toLowerCase(), name: found[2]! }]
    })
    if (entries.length > 0) return { list, entries }
  }
  throw new Error(`no line of ${names.join(', ')} is a checksum and a name`)
}

async function stateOf({ expected, name }: Entry, list: string): Promise<string> {
  const algorithm = algorithmOfLength(expected.length)
  const bytes = (await bytesOf(name)) ?? (await bytesOf(`${dirname(list)}/${name}`))
  if (bytes === null) return 'FAILED (missing)'
  return algorithm !== undefined && digest(bytes, algorithm) === expected ? 'OK' : 'FAILED'
}

/** Names in a list are seen from the workspace, else from the folder of the list. */
async function bytesOf(name: string): Promise<Uint8Array | null> {
  try {
    return await readFile(name)
  } catch {
    return null
  }
}
