import { expect, test } from 'vitest'
import { clawbenchLayout } from '../../src/clawbench/layout.ts'
import { checkoutOf, folderOf } from './checkouts.ts'

const refusal = async (files: Record<string, string>): Promise<string> => {
  const thrown = await clawbenchLayout(await folderOf(files)).catch((error) => error)
  expect(thrown).toMatchObject({ code: 'LB_BENCHMARK' })
  return thrown.message
}

test('a checkout, and our own tasks of the same layout, are recognised', async () => {
  const folder = await checkoutOf({ 'shop-001': {} })
  expect(await clawbenchLayout(folder)).toEqual({ root: folder, tasks: `${folder}/tasks` })
})

test.each([
  ['TIGER-AI-Lab/ClawBench', { 'test-cases/v1/v1-001/task.json': '{}' }],
  ['openclaw/clawbench', { 'tasks-public/tier1/a.yaml': 'id: a', 'tasks-public/MANIFEST.yaml': '' }],
  ['trajectoryRL', { 'scenarios/inbox.yaml': 'a: 1', 'fixtures/inbox/mail.json': '{}' }],
  ['WildClawBench', { 'tasks/04_Search/04_Search_task_1_x.md': '# x' }],
  ['ClawMark', { 'tasks/hr/task1/task.py': 'METADATA = {}' }],
  ['ClawMark', { 'tasks/hr/task1/task.ts': 'export default {}' }],
  ['Harbor', { 'tasks/one/task.toml': '', 'tasks/one/tests/test.sh': '' }],
  ['Harbor', { 'tasks/group/one/task.toml': '', 'tasks/group/one/tests/test.sh': '' }],
  ['Harbor', { 'task.toml': '', 'tests/test.sh': '' }],
])('%s is refused by name', async (name, files) => {
  expect(await refusal(files)).toContain(name)
})

test('the folder of tasks alone is told from the checkout', async () => {
  expect(await refusal({ 'shop/shop-001/task.toml': '' })).toContain('name the folder above it')
  expect(await refusal({ 'readme.md': '' })).toContain('there is no tasks/<domain>/<task>/task.toml')
})
