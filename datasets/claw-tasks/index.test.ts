import { join } from 'node:path'
import { readText } from '@lawbook/base'
import { describe, expect, it } from 'vitest'
import { readCards } from './cards.ts'
import { taskFolders } from './folders.ts'
import { frozenText, hashesOfTasks } from './frozen.ts'
import { clawTasks } from './index.ts'
import { singleTasks } from './single.ts'
import { stagedTasks } from './staged.ts'

const [single, staged, cards] = await Promise.all([singleTasks(), stagedTasks(), readCards()])

it('the tasks are those that were frozen before any library was edited', async () => {
  const frozen = JSON.parse(await readText(join(clawTasks.folder, 'frozen.json')))
  expect(JSON.parse(frozenText(await hashesOfTasks()))).toEqual(frozen)
})

describe('what there is', () => {
  it('at least 120 single-turn tasks over at least 12 domains and four levels', () => {
    expect(single.length).toBeGreaterThanOrEqual(120)
    expect(new Set(single.map(({ domain }) => domain)).size).toBeGreaterThanOrEqual(12)
    expect([...new Set(single.map(({ level }) => level))].sort()).toEqual(['L1', 'L2', 'L3', 'L4'])
  })

  it('at least 30 multi-stage tasks, each with at least two stages and many checkers', () => {
    expect(staged.length).toBeGreaterThanOrEqual(30)
    for (const { id, task } of staged) {
      expect(task.stages.length, id).toBeGreaterThanOrEqual(2)
      expect(Object.values(task.rubric).flat().length, id).toBeGreaterThanOrEqual(8)
    }
  })

  it('ids are unique, and a folder begins with its id', async () => {
    const ids = [...single, ...staged].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { id, folder } of single) expect(folder.split('/')[1]!.startsWith(`${id}-`), folder).toBe(true)
  })

  it('every recipe has one card, and every card a recipe', async () => {
    const recipes = [
      ...(await taskFolders('clawbench')).map((folder) => `clawbench/${folder}`),
      ...staged.flatMap(({ folder, task }) => task.stages.map((_, k) => `clawmark/${folder}/stage${k}`)),
    ]
    expect(cards.map(({ recipe }) => recipe).sort()).toEqual(recipes.sort())
  })

  it('verifiers have several checks with different names and weights above zero', () => {
    for (const { id, verifier } of single) {
      expect(verifier.length, id).toBeGreaterThanOrEqual(3)
      expect(new Set(verifier.map((one) => one.id)).size, id).toBe(verifier.length)
      expect(
        verifier.every(({ weight }) => weight > 0),
        id,
      ).toBe(true)
    }
  })
})

describe('what the build proved', () => {
  it('every recipe passes, doing nothing does not, and every spoiled product fails', async () => {
    const { proofs } = await clawTasks.load()
    expect(proofs).toHaveLength(single.length + staged.length)
    for (const { task, oracle, nothing, fooledBy, spoiled } of proofs) {
      expect([task, oracle, fooledBy]).toEqual([task, true, []])
      expect(nothing, task).toBeLessThan(0.25)
      expect(spoiled, task).toBeGreaterThanOrEqual(3)
    }
  })
})

describe('the benches', () => {
  it('play a recipe, another task’s recipe, and nothing', async () => {
    const clawbench = await (await clawTasks.load()).clawbench()
    try {
      const [task, other] = clawbench.tasks
      const passed = async (pick: string | null) =>
        (await clawbench.play(task!.id, [pick])).checks!.filter(({ outcome }) => outcome === 'passed').length
      const all = (await clawbench.play(task!.id, [null])).checks!.length
      expect(await passed(task!.cards[0]!)).toBe(all)
      expect(await passed(null)).toBe(0)
      expect(await passed(other!.cards[0]!)).toBeLessThan(all)
    } finally {
      await clawbench.close()
    }
  })

  it('a turn that was missed leaves its mark on the next ones', async () => {
    const clawmark = await (await clawTasks.load()).clawmark()
    try {
      const task = clawmark.tasks[0]!
      const whole = await clawmark.play(task.id, task.cards)
      expect(whole.checks!.every(({ outcome }) => outcome === 'passed')).toBe(true)
      const half = await clawmark.play(task.id, [null, ...task.cards.slice(1)])
      const first = half.checks!.filter(({ stage }) => stage === 'stage0')
      expect(first.some(({ outcome }) => outcome !== 'passed')).toBe(true)
    } finally {
      await clawmark.close()
    }
  })
})
