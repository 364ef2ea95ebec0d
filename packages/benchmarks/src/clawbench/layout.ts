import { readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { byCodeUnit, fail } from '@lawbook/base'

/** A folder that has the layout of claw-bench. Both paths are absolute. */
export type Layout = { readonly root: string; readonly tasks: string }

/**
 * A benchmark that is not this one, how it is recognised, and what to do with it. Segments may hold `*` for any text.
 */
type Other = { readonly signs: readonly (readonly string[])[]; readonly name: string; readonly advice: string }

/** Harbor's tasks in groups: the one foreign layout that also has tasks/<x>/<y>/task.toml. */
const harbor = ['tasks', '*', '*', 'tests', 'test.sh']

const others: readonly Other[] = [
  {
    signs: [
      ['tasks', '*', 'task*', 'task.py'],
      ['tasks', '*', 'task*', 'task.ts'],
    ],
    name: 'ClawMark (evolvent-ai/ClawMark: tasks in several stages, one task.py each)',
    advice: 'run it with `repro benchmark clawmark`',
  },
  {
    signs: [['test-cases', '*', '*', 'task.json']],
    name: 'the web ClawBench (TIGER-AI-Lab/ClawBench, earlier reacher-z/ClawBench: browser agents on live sites)',
    advice: 'it needs docker, a browser and a judge, and is not run here; give a checkout of claw-bench/claw-bench',
  },
  {
    signs: [
      ['tasks-public', 'tier*', '*.yaml'],
      ['tasks-public', 'MANIFEST.yaml'],
    ],
    name: "OpenClaw's ClawBench (openclaw/clawbench, earlier scoootscooob/clawbench: YAML tasks in tiers)",
    advice: 'its scoring needs traces and a gateway, and is not run here; give a checkout of claw-bench/claw-bench',
  },
  {
    signs: [['scenarios', '*.yaml']],
    name: "trajectoryRL's clawbench (workplace scenarios with mock tools)",
    advice: 'its rubrics are not run here; give a checkout of claw-bench/claw-bench',
  },
  {
    signs: [['tasks', '*', '*_task_*.md']],
    name: 'WildClawBench (InternLM/WildClawBench: one Markdown file a task)',
    advice: 'it needs docker and a judge, and is not run here; give a checkout of claw-bench/claw-bench',
  },
  {
    signs: [harbor, ['tasks', '*', 'tests', 'test.sh'], ['*', 'tests', 'test.sh'], ['tests', 'test.sh']],
    name: 'a data set in the format of Harbor (task.toml with tests/test.sh)',
    advice: 'import it as a Harbor data set',
  },
]

/**
 * The folder of tasks in a checkout of claw-bench/claw-bench, or in our own folder of the same layout. Anything else
 * throws LB_BENCHMARK: another benchmark, many of which share the name, with a sentence that names it.
 */
export async function clawbenchLayout(folder: string): Promise<Layout> {
  const root = resolve(folder)
  const hasTasks = await holds(root, ['tasks', '*', '*', 'task.toml'])
  if (hasTasks && !(await holds(root, harbor))) return { root, tasks: join(root, 'tasks') }
  const other = await otherBenchmark(root)
  if (other !== null) fail('LB_BENCHMARK', `${folder} is ${other.name}, not claw-bench: ${other.advice}`)
  if (await holds(root, ['*', '*', 'task.toml']))
    fail('LB_BENCHMARK', `${folder} looks like the tasks folder of claw-bench: name the folder above it`)
  return fail(
    'LB_BENCHMARK',
    `${folder} is no checkout of claw-bench: there is no tasks/<domain>/<task>/task.toml in it`,
  )
}

async function otherBenchmark(root: string): Promise<Other | null> {
  for (const other of others) for (const sign of other.signs) if (await holds(root, sign)) return other
  return null
}

/** Whether a path of that pattern exists below the folder. */
async function holds(folder: string, [segment, ...rest]: readonly string[]): Promise<boolean> {
  const names = await readdir(folder).catch(() => [])
  const pattern = new RegExp(`^${segment!.replace(/[.]/g, '\\.').replaceAll('*', '.*')}$`)
  for (const name of names.filter((one) => pattern.test(one)).sort(byCodeUnit))
    if (rest.length === 0 || (await holds(join(folder, name), rest))) return true
  return false
}
