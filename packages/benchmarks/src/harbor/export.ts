import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { byCodeUnit, fail } from '@lawbook/base'
import { stringify } from 'smol-toml'
import type { ClawCheckout } from '../clawbench/load.ts'
import { type ClawTask, isRunnable } from '../clawbench/task.ts'

/** Packages that verifiers and solutions of our own tasks import, at the versions of this repository. */
const packages = ['d3-dsv@3.0.1', 'smol-toml@1.9.1', 'yaml@2.9.1']
/** It runs TypeScript as it is. */
const image = 'node:24-slim'
const verifierSeconds = 300

/**
 * Write our own single-turn tasks as tasks of Harbor (task.toml 1.4), one folder each, into a folder that is made. The
 * verifier and the solution go along as they are, with the kit beside the tasks that they import; the reward is the
 * passed share of the declared weights, 1 being a strict pass. The verifier runs what it runs here; a product of the
 * agent is looked at in /app. Names of the folders, in order.
 *
 * Tasks in several stages have no counterpart: between two steps Harbor changes nothing behind the agent's back. LB_USAGE for
 * a task without a `node` verifier or recipe.
 */
export async function exportHarbor(checkout: ClawCheckout, folder: string): Promise<string[]> {
  const names: string[] = []
  for (const task of checkout.tasks) {
    if (!isRunnable(task) || !task.parts.node || !task.parts.solveTs)
      fail('LB_USAGE', `${task.id} has no verifier/check.ts or no solution/solve.ts; only tasks with both are exported`)
    names.push(basename(task.folder))
    await exportTask(checkout, task, join(folder, basename(task.folder)))
  }
  return names.sort(byCodeUnit)
}

async function exportTask({ root, tasksFolder }: ClawCheckout, task: ClawTask, folder: string): Promise<void> {
  const from = join(tasksFolder, task.folder)
  const kit = join(root, '..', 'kit')
  const place = join(basename(root), 'tasks', task.folder)
  const instruction = await readFile(join(from, 'instruction.md'), 'utf8')
  const write = async (name: string, text: string): Promise<void> => {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
  await write('instruction.md', instruction.replaceAll('workspace/', '/app/'))
  await write('task.toml', stringify(tomlOf(task)))
  await write('environment/Dockerfile', dockerfile)
  await mkdir(join(folder, 'environment/data'), { recursive: true })
  await mkdir(join(folder, 'tests/before'), { recursive: true })
  if (task.parts.data)
    for (const copy of ['environment/data', 'tests/before'])
      await cp(join(from, 'environment/data'), join(folder, copy), { recursive: true })
  for (const part of ['tests', 'solution']) await write(`${part}/package.json`, '{ "type": "module" }\n')
  await write('tests/test.sh', testScript(place))
  await copyFiles(kit, join(folder, 'tests/kit'))
  await cp(join(from, 'verifier/check.ts'), join(folder, 'tests', place, 'verifier/check.ts'))
  for (const name of ['harness.ts', 'verifier.ts'])
    await cp(fileURLToPath(new URL(`../node/${name}`, import.meta.url)), join(folder, 'tests/node', name))
  await write('solution/solve.sh', solveScript(place))
  await write('solution/play.ts', await readFile(fileURLToPath(new URL('../node/play.ts', import.meta.url)), 'utf8'))
  await copyFiles(kit, join(folder, 'solution/kit'))
  await copyFiles(join(from, 'solution'), join(folder, 'solution', place, 'solution'))
}

async function copyFiles(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true })
  for (const entry of await readdir(from, { withFileTypes: true }))
    if (entry.isFile() && !entry.name.endsWith('.test.ts')) await cp(join(from, entry.name), join(to, entry.name))
}

/** Everything that ClawBench's task.toml says and Harbor's has no place for goes to [metadata]. */
function tomlOf({ id, title, domain, level, description, timeout, tags, capabilities, capabilityTypes }: ClawTask) {
  return {
    schema_version: '1.4',
    task: { name: `lawbook/${id}`, description, authors: [{ name: 'Lawbook' }], keywords: [...tags] },
    metadata: { title, domain, level, capabilities: [...capabilities], capability_types: [...capabilityTypes] },
    agent: { timeout_sec: timeout },
    verifier: { timeout_sec: verifierSeconds },
    environment: { workdir: '/app', network_mode: 'no-network' },
  }
}

const dockerfile = `FROM ${image}
# At the root, so that /tests and /solution find them too.
RUN cd / && npm install --no-save ${packages.join(' ')}
WORKDIR /app
COPY data/ /app/
`

const testScript = (place: string): string => `#!/bin/sh
# The reward is the passed share of the declared weights. A verifier that breaks leaves none.
set -e
mkdir -p /logs/verifier
node /tests/node/harness.ts /tests/${place}/verifier/check.ts /tests/before /app /logs/verifier/checks.json
node -e '
  const checks = JSON.parse(require("node:fs").readFileSync("/logs/verifier/checks.json", "utf8"))
  const weigh = (some) => some.reduce((sum, { weight }) => sum + weight, 0)
  console.log(weigh(checks.filter(({ outcome }) => outcome === "passed")) / weigh(checks))
' > /logs/verifier/reward.txt
`

const solveScript = (place: string): string => `#!/bin/sh
set -e
cd /app
node /solution/play.ts /solution/${place}/solution/solve.ts
`
