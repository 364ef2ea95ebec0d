import { writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { recipeAgent } from '../../src/agents/recipe.ts'
import { clawCards } from '../../src/clawbench/cards.ts'
import { loadClawbench } from '../../src/clawbench/load.ts'
import { runClawTrial } from '../../src/clawbench/trial.ts'
import { checkoutOf, folderOf, toml } from '../clawbench/checkouts.ts'

/** Passes when out.txt holds the word. */
const check = (word: string): string => `
import assert from 'node:assert/strict'
export default [{ id: 'word', weight: 1, test: ({ after }) => assert.equal(String(Buffer.from(after.get('out.txt') ?? '')).trim(), '${word}') }]
`
const about = (id: string, title: string): string => toml(id).replace('title = "T"', `title = "${title}"`)

async function shop() {
  const root = await checkoutOf({
    'shop-001': {
      toml: about('shop-001', 'Sort invoices by date'),
      instruction: 'Sort the invoices.',
      solve: 'echo sorted > "$1/out.txt"',
    },
    // Its script writes beside itself and reads a file of its own folder.
    'shop-002': {
      toml: about('shop-002', 'Count apples in boxes'),
      instruction: 'Count all apples into workspace/out.txt.',
      solve: 'here=$(dirname "$0"); cp "$here/word.txt" "$here/again.txt"; cp "$here/again.txt" "$1/out.txt"',
    },
    'shop-003': { toml: about('shop-003', 'Paint a fence'), instruction: 'Apples in boxes, please.' },
  })
  for (const [id, word] of Object.entries({ 'shop-001': 'sorted', 'shop-002': 'counted', 'shop-003': 'counted' }))
    await writeFile(`${root}/tasks/shop/${id}/verifier/check.ts`, check(word))
  await writeFile(`${root}/tasks/shop/shop-002/solution/word.txt`, 'counted\n')
  return await loadClawbench(root)
}

async function played(id: string) {
  const checkout = await shop()
  const agent = await recipeAgent('bm25', async () => clawCards(checkout))
  const task = checkout.tasks.find((one) => one.id === id)!
  const { signal } = new AbortController()
  const options = { python: null, verifier: null, agentSeconds: null, verifierSeconds: 30, attempt: 1, signal } as const
  return (await runClawTrial(checkout, task, agent, options)).trial
}

test('the card that fits is chosen and its recipe executed', async () => {
  expect(await played('shop-001')).toMatchObject({
    agent: 'router:bm25',
    status: 'scored',
    agentEnd: 'completed',
    passed: { strict: true },
    skills: { librarySize: 3, chosen: ['claw-bench:tasks/shop/shop-001'] },
  })
})

test('the recipe of another task runs in a copy of its folder, and what it leaves is judged', async () => {
  expect(await played('shop-003')).toMatchObject({
    agentEnd: 'completed',
    passed: { strict: true },
    skills: { chosen: ['claw-bench:tasks/shop/shop-002'] },
  })
})

test('a message that shares nothing with any card is left alone', async () => {
  const checkout = await loadClawbench(
    await checkoutOf({ 'shop-001': { toml: about('shop-001', 'Sort invoices'), instruction: 'Zzz qqq.' } }),
  )
  const agent = await recipeAgent('bm25', async () => clawCards(checkout))
  const turn = { task: 'shop-001', domain: 'shop', index: 0, instruction: 'Zzz qqq.', workspace: '/nowhere' }
  const { signal } = new AbortController()
  expect(await agent.turn({ ...turn, taskFolder: '/nowhere', seconds: 1, signal })).toMatchObject({
    reason: 'the router abstained',
    chosen: [],
  })
})

test('a router reads the message without the folder of the run', async () => {
  // The only word that a card shares with the message is in the path of the workspace.
  const checkout = await loadClawbench(
    await checkoutOf({ 'shop-001': { toml: about('shop-001', 'Elephants'), instruction: 'x' } }),
  )
  const agent = await recipeAgent('bm25', async () => clawCards(checkout))
  const workspace = await folderOf({ 'elephants/a.txt': '' }).then((folder) => `${folder}/elephants`)
  const turn = { task: 'shop-001', domain: 'shop', index: 0, instruction: `See ${workspace}/a.txt.`, workspace }
  const { signal } = new AbortController()
  expect(await agent.turn({ ...turn, taskFolder: workspace, seconds: 1, signal })).toMatchObject({ chosen: [] })
})

test.each([
  ['no-such', /there is no router "no-such"/],
  ['glove-mean', /glove-mean reads wordVectors, which are not at hand here/],
])('the router %s is refused before any card is read', async (id, message) => {
  const asking = recipeAgent(id, () => {
    throw new Error('it was read')
  })
  await expect(asking).rejects.toThrow(message)
})
