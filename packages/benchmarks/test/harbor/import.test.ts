import { expect, test } from 'vitest'
import { importHarbor } from '../../src/harbor/import.ts'
import { folderOf } from '../clawbench/checkouts.ts'

const old = `
version = "1.0"
mood = "fine"
[task]
name = "shop/apples"
keywords = ["apples"]
[metadata]
anything = 1
[agent]
timeout_sec = 60
mood = "eager"
[environment]
memory = "4G"
storage = "512M"
allow_internet = false
cpus = 2
`

test('keys of earlier versions are put in today’s with a note, unknown ones are kept and listed', async () => {
  const folder = await folderOf({
    'apples/task.toml': old,
    'apples/instruction.md': 'Count.',
    'apples/tests/test.sh': '',
    'other/readme.md': '',
  })
  const tasks = await importHarbor(folder)
  expect(tasks).toHaveLength(1)
  expect(tasks[0]).toMatchObject({
    name: 'shop/apples',
    keywords: ['apples'],
    agentSeconds: 60,
    verifierSeconds: null,
    unknown: ['mood', 'agent.mood'],
    notes: [
      'version is of an earlier version and is read as schema_version',
      'environment.memory is of an earlier version and is read as environment.memory_mb',
      'environment.storage is of an earlier version and is read as environment.storage_mb',
      'environment.allow_internet is of an earlier version and is read as environment.network_mode',
    ],
    problems: [],
  })
  expect(tasks[0]!.settings).toMatchObject({
    schema_version: '1.0',
    mood: 'fine',
    environment: { memory_mb: 4096, storage_mb: 512, network_mode: 'no-network', cpus: 2 },
  })
})

test('a new key beside its old one wins', async () => {
  const folder = await folderOf({
    'task.toml': '[environment]\nmemory = "4G"\nmemory_mb = 100\n',
    'instruction.md': '',
    'tests/test.sh': '',
  })
  expect((await importHarbor(folder))[0]!.settings).toEqual({ environment: { memory_mb: 100 } })
})

test('steps are named; broken TOML and a missing test are problems, not a stop', async () => {
  const folder = await folderOf({
    'a/task.toml': '[[steps]]\nname = "one"\n[[steps]]\nname = "two"\n',
    'a/steps/one/instruction.md': '',
    'b/task.toml': 'not = = toml',
    'b/instruction.md': '',
  })
  const [a, b] = await importHarbor(folder)
  expect(a).toMatchObject({ name: 'a', steps: ['one', 'two'], problems: [] })
  expect(b!.problems).toEqual([expect.stringMatching(/^task.toml is no valid TOML/), 'there is no tests/test.sh'])
})

test('a folder without such a task is refused', async () => {
  await expect(importHarbor(await folderOf({ 'a/task.toml': '' }))).rejects.toMatchObject({ code: 'LB_BENCHMARK' })
})
