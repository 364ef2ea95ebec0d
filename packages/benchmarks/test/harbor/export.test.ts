import { execFile } from 'node:child_process'
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { type ClawCheckout, loadClawbench } from '../../src/clawbench/load.ts'
import { exportHarbor } from '../../src/harbor/export.ts'
import { importHarbor } from '../../src/harbor/import.ts'
import { folderOf, temporary } from '../clawbench/checkouts.ts'

const own = fileURLToPath(new URL('../../../../datasets/claw-tasks/', import.meta.url))
const tsx = import.meta.resolve('tsx')

/** A few of our own tasks: one that reads YAML, one that reads CSV. */
async function some(): Promise<ClawCheckout> {
  const checkout = await loadClawbench(join(own, 'clawbench'))
  const wanted = ['book-001', 'book-007']
  return { ...checkout, tasks: checkout.tasks.filter(({ id }) => wanted.includes(id)) }
}

/** Stands for the machine of Harbor: the folders of the task at other places, the packages that the image installs. */
async function machine(folder: string) {
  const root = await temporary()
  for (const name of ['tests', 'solution']) await cp(join(folder, name), join(root, name), { recursive: true })
  await cp(join(folder, 'environment/data'), join(root, 'app'), { recursive: true })
  await mkdir(join(root, 'logs'))
  await symlink(join(own, 'node_modules'), join(root, 'node_modules'))
  const run = async (script: string): Promise<void> => {
    const text = await readFile(join(root, script), 'utf8')
    await writeFile(join(root, script), text.replace(/(?<=[\s"])\/(?=(app|tests|solution|logs)\b)/g, `${root}/`))
    await promisify(execFile)('sh', [join(root, script)], { env: { ...process.env, NODE_OPTIONS: `--import ${tsx}` } })
  }
  const reward = async (): Promise<number> => {
    await run('tests/test.sh')
    return Number(await readFile(join(root, 'logs/verifier/reward.txt'), 'utf8'))
  }
  return { run, reward }
}

test('an exported task rewards its own solution with 1 and doing nothing with less', async () => {
  const folder = await temporary()
  const names = await exportHarbor(await some(), folder)
  expect(names).toEqual(['book-001-bank-reconciliation', 'book-007-depreciation-schedule'])
  for (const name of names) {
    expect(await (await machine(join(folder, name))).reward()).toBeLessThan(1)
    const solved = await machine(join(folder, name))
    await solved.run('solution/solve.sh')
    expect(await solved.reward()).toBe(1)
  }
})

test('what is exported can be imported, and nothing in it is unknown to the format', async () => {
  const folder = await temporary()
  await exportHarbor(await some(), folder)
  const [first] = await importHarbor(folder)
  expect(first).toMatchObject({
    name: 'lawbook/book-001',
    agentSeconds: 120,
    verifierSeconds: 300,
    parts: { test: true, solution: true, dockerfile: true },
    unknown: [],
    notes: [],
    problems: [],
    settings: { schema_version: '1.4', metadata: { domain: 'bookkeeping', level: 'L2' } },
  })
  expect(first!.instruction).toContain('/app/bank.csv')
  expect(first!.instruction).not.toContain('workspace/')
})

test('only packages that the image installs are imported by our tasks', async () => {
  const dockerfile = async (): Promise<string> => {
    const folder = await temporary()
    const [name] = await exportHarbor(await some(), folder)
    return await readFile(join(folder, name!, 'environment/Dockerfile'), 'utf8')
  }
  const installed = [...(await dockerfile()).matchAll(/([a-z0-9-]+)@(\d[\d.]*)/g)].map(([, name, version]) => [
    name,
    version,
  ])
  const { dependencies } = JSON.parse(await readFile(join(own, 'package.json'), 'utf8'))
  const needed = Object.keys(dependencies).filter((name) => !name.startsWith('@lawbook/'))
  expect(installed.map(([name]) => name)).toEqual(needed.sort())
  for (const [name, version] of installed)
    expect(JSON.parse(await readFile(join(own, 'node_modules', name!, 'package.json'), 'utf8')).version).toBe(version)
})

test('a task without a recipe of ours is not exported', async () => {
  const root = await folderOf({
    'tasks/shop/shop-001/task.toml': 'id = "shop-001"\ntitle = "T"\ndomain = "shop"\nlevel = "L1"\ncapabilities = []\n',
    'tasks/shop/shop-001/instruction.md': 'x',
    'tasks/shop/shop-001/verifier/test_output.py': '',
  })
  await expect(exportHarbor(await loadClawbench(root), join(root, 'out'))).rejects.toMatchObject({ code: 'LB_USAGE' })
})
