import { mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { loadClawbench } from '../../src/clawbench/load.ts'
import { isRunnable } from '../../src/clawbench/task.ts'
import { checkoutOf, toml } from './checkouts.ts'

test('every field is read, and what is left out has the default of upstream', async () => {
  const full = `${toml('shop-001')}track = "subject-matter"\ndescription = "D"\ntags = ["a"]
capability_types = ["reasoning"]\nrequired_actions = ["file-read"]\nskills_allowed = false\n`
  const bare = 'id = "shop-002"\ntitle = "T"\ndomain = "shop"\nlevel = "L4"\n'
  const { tasks } = await loadClawbench(await checkoutOf({ 'shop-001': { toml: full }, 'shop-002': { toml: bare } }))
  expect(tasks[0]).toMatchObject({
    id: 'shop-001',
    level: 'L1',
    track: 'subject-matter',
    description: 'D',
    timeout: 20,
    capabilities: ['file-write'],
    tags: ['a'],
    capabilityTypes: ['reasoning'],
    requiredActions: ['file-read'],
    skillsAllowed: false,
    folder: 'shop/shop-001',
    shape: 'flat',
    parts: { instruction: true, setup: true, data: false, pytest: true, node: false, solveSh: true, solveTs: false },
    problems: [],
  })
  expect(tasks[1]).toMatchObject({
    track: 'foundation',
    description: '',
    timeout: 300,
    capabilities: [],
    tags: [],
    skillsAllowed: true,
    problems: [],
  })
})

test('a [task] table is merged to the top without overwriting, and slug ids are noted', async () => {
  const table = `level = "L3"\n[task]\nid = "shop-001-long-name"\ntitle = "T"\ndomain = "accounting"\nlevel = "L1"\n`
  const { tasks } = await loadClawbench(await checkoutOf({ 'shop-001-long-name': { toml: table } }))
  expect(tasks[0]).toMatchObject({ id: 'shop-001-long-name', level: 'L3', track: 'subject-matter', shape: 'table' })
  expect(tasks[0]!.problems.map(({ kind, forbids }) => [kind, forbids])).toEqual([
    ['domain-folder', false],
    ['id-pattern', false],
  ])
  expect(isRunnable(tasks[0]!)).toBe(true)
})

test('what upstream skips in silence is listed with its reason', async () => {
  const folder = await checkoutOf({
    'shop-001': { toml: 'id = "shop-001' },
    'shop-002': { toml: toml('shop-002').replace('"L1"', '"L9"') },
    'shop-003': { toml: toml('shop-003').replace('timeout = 20', 'timeout = "20"') },
    'shop-004': { toml: toml('shop-004', 'colour = "red"\n') },
    'shop-005': { toml: toml('other-005') },
    'shop-006': { toml: toml('shop-006').replace('title = "T"\n', '') },
    'shop-007': {},
    'shop-008': {},
  })
  await rm(join(folder, 'tasks/shop/shop-007/verifier'), { recursive: true })
  await rm(join(folder, 'tasks/shop/shop-007/instruction.md'))
  await rm(join(folder, 'tasks/shop/shop-007/solution'), { recursive: true })
  await rm(join(folder, 'tasks/shop/shop-008/task.toml'))
  const { tasks } = await loadClawbench(folder)
  const told = tasks.map(({ folder, problems }) => [folder, ...problems.map(({ sentence }) => sentence)])
  expect(told.map(([name]) => name)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((n) => `shop/shop-00${n}`))
  expect(told[0]![1]).toMatch(/^task\.toml is no valid TOML: /)
  expect(told.slice(1).map((one) => one.slice(1))).toEqual([
    ['level of task.toml is "L9": L1, L2, L3 or L4 is needed'],
    ['timeout of task.toml is "20": a whole number of seconds above 0 is needed'],
    ['task.toml has a key "colour" that nobody reads'],
    ['the id "other-005" does not begin the name of its folder, shop-005'],
    ['title of task.toml is missing: a text is needed'],
    [
      'there is no instruction.md',
      'there is no verifier/test_output.py and no verifier/check.ts',
      'there is no solution/solve.sh and no solution/solve.ts',
    ],
    ['there is no task.toml'],
  ])
  expect(tasks.map(isRunnable)).toEqual([false, false, false, true, true, false, false, false])
})

test('two tasks with one id are both there, and neither is run', async () => {
  const folder = await checkoutOf({ 'shop-001': {}, 'shop-001-again': { toml: toml('shop-001') } })
  const { tasks } = await loadClawbench(folder)
  expect(tasks.map(({ id }) => id)).toEqual(['shop/shop-001', 'shop/shop-001-again'])
  expect(tasks.map(isRunnable)).toEqual([false, false])
  expect(tasks[0]!.problems[0]!.sentence).toBe('the id "shop-001" is also that of shop/shop-001-again')
})

test('the commit is read from .git, the hash from the files', async () => {
  const folder = await checkoutOf({ 'shop-001': {} })
  const bare = await loadClawbench(folder)
  expect(bare.commit).toBeNull()
  const commit = '1fc25add8fe77aa498d58fb564ea91a87307da76'
  const write = async (name: string, text: string): Promise<void> => {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
  await write('.git/HEAD', `${commit}\n`)
  expect(await loadClawbench(folder)).toMatchObject({ commit, hash: bare.hash })
  await write('.git/HEAD', 'ref: refs/heads/main\n')
  await write('.git/packed-refs', `# pack-refs\n${commit} refs/heads/main\n`)
  expect((await loadClawbench(folder)).commit).toBe(commit)
  await write('tasks/shop/shop-001/instruction.md', 'Other words.')
  expect((await loadClawbench(folder)).hash).not.toBe(bare.hash)
})

test('a task or a domain behind a link is listed and not run, and its target goes on as before', async () => {
  const folder = await checkoutOf({ 'shop-001': {} })
  await symlink('shop-001', join(folder, 'tasks/shop/shop-002'))
  await symlink('shop', join(folder, 'tasks/store'))
  const { tasks } = await loadClawbench(folder)
  expect(tasks.map((task) => [task.id, isRunnable(task)])).toEqual([
    ['shop-001', true],
    ['shop/shop-002', false],
    ['store/shop-001', false],
    ['store/shop-002', false],
  ])
  expect(tasks[1]!.problems).toMatchObject([{ kind: 'link', forbids: true }])
})
