import { readFile } from 'node:fs/promises'
import { LawbookError } from '@lawbook/base'
import { describe, expect, it } from 'vitest'
import { type AgentRow, agentRuns, noRecord, pick, sourceRows } from './index.ts'

const data = await agentRuns.load()
const { rows, sources } = data

describe('the published figures', () => {
  it('are few enough to commit, and every source is cited and used', async () => {
    const used = new Set(rows.map(({ source }) => source))
    expect([...used].sort()).toEqual(sources.map(({ id }) => id).sort())
    const written = await Promise.all(
      [...used].map((source) => readFile(new URL(`rows/${source}.csv`, import.meta.url))),
    )
    expect(written.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(2_000_000)
    expect(data.runLevel).toBeNull()
  })

  it('have shares in [0, 1], counts above zero, and a reason where a figure is missing', () => {
    const shares = ['success', 'coverage', 'selected', 'solved', 'useful_share', 'all_pass', 'passed', 'partial']
    for (const row of rows) {
      if (shares.includes(row.metric) && row.y !== null) expect(row.y).toBeGreaterThanOrEqual(0)
      if (shares.includes(row.metric) && row.y !== null) expect(row.y).toBeLessThanOrEqual(1)
      if (row.n !== null && row.y !== null) expect(row.n).toBeGreaterThan(0)
      if (row.y === null) expect(row.note, JSON.stringify(row)).not.toBeNull()
    }
  })

  it('name no figure twice', () => {
    const key = ({ source, benchmark, setting, agent, model, task, axis, x, metric, y, note }: AgentRow) =>
      JSON.stringify([
        source,
        benchmark,
        setting,
        agent,
        model,
        task,
        axis,
        x,
        metric,
        /pointwise/.test(metric) ? y : null,
        /score/.test(metric) ? null : note,
      ])
    const keys = rows.map(key)
    const twice = keys.filter((each, i) => keys.indexOf(each) !== i)
    expect(twice).toEqual([])
  })
})

describe('General AgentBench', () => {
  const own = { source: 'general-agentbench', setting: 'parallel' }

  it('gives its summary of coverage back from the counts of solved passes', () => {
    const summaries = pick(rows, { ...own, metric: 'coverage', axis: 'attempts' })
    const binary = summaries.filter(({ benchmark }) => benchmark !== 'mcpbench')
    expect(binary.length).toBe(100)
    for (const { benchmark, model, x: k, y, n } of binary) {
      const counts = pick(rows, { ...own, benchmark, model, metric: 'tasks' })
      if (counts[0]!.note !== null) continue
      expect(counts.reduce((sum, row) => sum + row.y!, 0)).toBe(n)
      expect(counts.reduce((sum, row) => sum + row.y! * covered(row.x!, k!), 0) / n!).toBeCloseTo(y!, 3)
    }
  })

  it('gives what a judge keeps of four passes back from the groups of tasks', () => {
    for (const metric of ['self_pointwise', 'gpt5_pointwise'])
      for (const { benchmark, model, y, n } of pick(rows, { ...own, metric, axis: 'attempts', x: 4 })) {
        if (benchmark === 'mcpbench' || benchmark === 'swebench') continue
        const groups = pick(rows, { ...own, benchmark, model, metric, axis: 'solved' })
        const tasks = groups.reduce((sum, group) => sum + group.n!, 0)
        expect(tasks).toBe(n)
        expect(groups.reduce((sum, group) => sum + group.y! * group.n!, 0) / tasks).toBeCloseTo(y!, 3)
      }
  })

  it('keeps runs without a record apart', () => {
    const last = pick(rows, {
      source: 'general-agentbench',
      benchmark: 'search',
      model: 'Qwen3-235B',
      metric: 'success',
      x: 128,
    })
    const n = (some: readonly AgentRow[]) => some.reduce((sum, row) => sum + row.n!, 0)
    expect(n(last)).toBe(199)
    expect(n(last.filter(({ note }) => note === noRecord))).toBe(55)
  })
})

/** P(at least one of k passes drawn without replacement from 4, of which c are solved, is solved). */
function covered(c: number, k: number): number {
  let none = 1
  for (let i = 0; i < k; i++) none *= Math.max(0, 4 - c - i) / (4 - i)
  return 1 - none
}

describe('pick and sourceRows', () => {
  it('find rows by their columns, and say so where there are none', () => {
    expect(pick(rows, { source: 'usl-raytracer', x: [1, 4] }).map(({ y }) => y)).toEqual([20, 78])
    expect(() => pick(rows, { source: 'llm-team' })).toThrow(LawbookError)
  })

  it('list the sources of some rows once, and refuse one that is not cited', () => {
    expect(
      sourceRows(sources, pick(rows, { source: ['monkeys', 'caid'] })).map(({ id, depth }) => [id, depth]),
    ).toEqual([
      ['caid', 'secondary'],
      ['monkeys', 'digitised'],
    ])
    expect(() => sourceRows(sources, [{ source: 'nobody' }])).toThrow('no citation for nobody')
  })
})
