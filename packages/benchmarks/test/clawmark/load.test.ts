import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { MarkEntry } from '../../src/clawmark/entry.ts'
import { loadClawmark } from '../../src/clawmark/load.ts'
import { fixtures, noPython, python } from './helpers.ts'

const sentences = (tasks: readonly MarkEntry[], id: string): string[] =>
  tasks.find((task) => task.id === id)!.problems.map(({ sentence }) => sentence)

describe('loading without Python', () => {
  it('lists every task by its folder, and says nothing of what it could not read', async () => {
    const { tasks } = await loadClawmark(fixtures, null)
    expect(tasks.map(({ id }) => id)).toEqual([
      'desk_task1',
      ...[1, 2, 3, 4, 5, 6, 7].map((number) => `office_task${number}`),
    ])
    expect(
      tasks.every(({ metadata, planned, stages }) => metadata === null && planned === null && stages === null),
    ).toBe(true)
    expect(tasks[0]!.parts).toEqual({ node: true, python: false, assets: true, solution: true })
  })
})

it('lists a task behind a link, which is not run', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lawbook-test-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await mkdir(join(folder, 'tasks/office'), { recursive: true })
  await symlink(join(fixtures, 'tasks/desk/task1'), join(folder, 'tasks/office/task1'))
  const { tasks } = await loadClawmark(folder, null)
  expect(tasks.map(({ id }) => id)).toEqual(['office_task1'])
  expect(tasks[0]!.problems).toMatchObject([{ kind: 'link', forbids: true }])
})

describe.skipIf(noPython)('loading with Python (skipped where python3 is not there)', () => {
  let tasks: readonly MarkEntry[]
  beforeAll(async () => {
    tasks = (await loadClawmark(fixtures, python)).tasks
  })

  it('reads METADATA, stages and rubric from the text', () => {
    const first = tasks.find(({ id }) => id === 'office_task1')!
    expect(first.metadata).toEqual({
      id: 'office_task1',
      name: 'A fixture',
      category: 'office',
      environments: ['filesystem', 'email', 'notion', 'google_sheets', 'calendar'],
      timeout: 30,
      difficulty: 'easy',
      mmLevel: 'L1',
      role: 'clerk',
      tags: ['fixture'],
    })
    expect(first.stages).toBe(2)
    expect(first.planned).toHaveLength(10)
    expect(first.planned![4]).toEqual({ stage: 'stage1', id: 'no-such-database', weight: 1 })
  })

  it('lists a task that does not parse, and forbids it', () => {
    const broken = tasks.find(({ id }) => id === 'office_task5')!
    expect(broken.metadata).toBeNull()
    expect(broken.problems.find(({ forbids }) => forbids)?.sentence).toMatch(
      /^task\.py cannot be read: .* \(line \d+\)$/,
    )
  })

  it('tells two tasks of one id, a foreign category and a rubric that is not written out', () => {
    expect(sentences(tasks, 'office_task1')).toContain(
      'METADATA.id "office_task1" is also that of office/task6; results go by the folder',
    )
    expect(sentences(tasks, 'office_task6')).toEqual([
      'RUBRIC is not written out, so its items cannot be read without running the task',
      'there is no folder assets',
      'METADATA.id is "office_task1", its place says "office_task6", and results go by that',
      'METADATA.category is "bureau", its folder is office',
      'METADATA.timeout_seconds is 30; upstream ignores it and gives a turn 7200',
      'METADATA.id "office_task1" is also that of office/task1; results go by the folder',
    ])
  })
})

describe('reading runs no task code', () => {
  it.skipIf(noPython)('also not that of a module that would write a file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lawbook-mark-'))
    const task = join(folder, 'tasks/a/task1')
    await mkdir(task, { recursive: true })
    const trace = join(task, 'trace')
    await writeFile(
      join(task, 'task.py'),
      `open(${JSON.stringify(trace)}, "w")\nMETADATA = {"id": dict(a=1)}\nRUBRIC = {}\n`,
    )
    const { tasks } = await loadClawmark(folder, python)
    expect(sentences(tasks, 'a_task1')).toContain(
      'METADATA is not written out, so it cannot be read without running the task',
    )
    await expect(rm(trace)).rejects.toThrow('ENOENT')
    await rm(folder, { recursive: true })
  })
})

describe('other layouts', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lawbook-mark-'))
    await mkdir(join(folder, 'bench/tasks/acct/acct-001'), { recursive: true })
    await writeFile(join(folder, 'bench/tasks/acct/acct-001/task.toml'), '')
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('are refused by name', async () => {
    await expect(loadClawmark(join(folder, 'bench'), null)).rejects.toThrow(
      /like claw-bench: try `repro benchmark clawbench`/,
    )
    await expect(loadClawmark(join(fixtures, 'tasks'), null)).rejects.toThrow(/name the folder above it/)
    await expect(loadClawmark(folder, null)).rejects.toThrow(/there is no tasks\/<domain>\/<task>\/task\.py in it/)
    await expect(loadClawmark(join(folder, 'no'), null)).rejects.toMatchObject({ code: 'LB_BENCHMARK' })
  })
})
