import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Files } from '@lawbook/execution'
import { runVerifier, type Verifier } from './verifier.ts'

/**
 * The main file of a child: `harness.ts <check.ts> <before folder> <after folder> <answer file>` runs the verifier and
 * writes its checks as one JSON line.
 */
const [check, before, after, answer] = process.argv.slice(2)
const { default: verifier } = (await import(pathToFileURL(check!).href)) as { default: Verifier }
if (!isVerifier(verifier)) throw new Error('its default export is no list of { id, weight above 0, test }')
const checks = await runVerifier(verifier, { before: await filesIn(before!), after: await filesIn(after!) })
await writeFile(answer!, `${JSON.stringify(checks)}\n`)
process.exit(0)

function isVerifier(value: unknown): value is Verifier {
  const isTest = ({ id, weight, test }: Record<string, unknown>): boolean =>
    typeof id === 'string' && typeof weight === 'number' && weight > 0 && typeof test === 'function'
  return Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null && isTest(one))
}

/** Plain files by relative name; a link is no file of the workspace. */
async function filesIn(folder: string): Promise<Files> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((name) => name.replaceAll('\\', '/'))
    .sort()
  const read = async (name: string) => [name, new Uint8Array(await readFile(join(folder, name)))] as const
  return new Map(await Promise.all(names.map(read)))
}
