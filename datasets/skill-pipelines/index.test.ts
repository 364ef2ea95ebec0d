import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { dependencyClasses, type Pipelines } from '@lawbook/execution'
import { exposed, namesSkill } from '@lawbook/skills'
import { describe, expect, it, test } from 'vitest'
import { skillPipelines } from './index.ts'
import { inputsOf } from './rightRuns.ts'
import { writtenPipelines } from './written.ts'

const root = fileURLToPath(new URL('.', import.meta.url))
const folders = readdirSync(`${root}skills`)
const read = (path: string): string => readFileSync(root + path, 'utf8')
const written = await writtenPipelines()
const built = existsSync(`${root}build/manifest.json`)
const nothing: Pipelines = { skills: [], pipelines: [], attrition: [] }

/** What a module imports, statically or not. */
function importsOf(path: string): string[] {
  return [...read(path).matchAll(/(?:from|import\()\s*'([^']+)'/g)].map(([, name]) => name!)
}

describe('a check is a judge of its own', () => {
  it.each(folders)('%s: its check imports neither the implementation nor its helpers', (name) => {
    const local = importsOf(`skills/${name}/check.ts`).filter((path) => path.startsWith('.'))
    expect(local.every((path) => path.startsWith('../../checks/'))).toBe(true)
  })
  it.each(folders)('%s: its implementation imports no check', (name) => {
    const local = importsOf(`skills/${name}/run.ts`).filter((path) => path.startsWith('.'))
    expect(local.filter((path) => !path.startsWith('../../kit/'))).toEqual([])
  })
  it('helpers of the two never meet', () => {
    for (const [own, other] of [
      ['kit', 'checks'],
      ['checks', 'kit'],
    ] as const)
      for (const file of readdirSync(root + own))
        expect(
          importsOf(`${own}/${file}`).filter((path) => path.includes(`/${other}/`) || path.includes('/skills/')),
        ).toEqual([])
  })
})

test('there are at least 60 skills in 12 families, each with four files', () => {
  for (const name of folders)
    expect(readdirSync(`${root}skills/${name}`).sort()).toEqual(['SKILL.md', 'check.ts', 'run.ts', 'skill.test.ts'])
  expect(folders.length).toBeGreaterThanOrEqual(60)
})

describe('pipelines as written', () => {
  const texts = written.flatMap(({ steps }) =>
    steps.flatMap(({ text, other }) => (other === null ? [text] : [text, other])),
  )
  it('no text occurs twice, and none names its skill', () => {
    expect(new Set(texts).size).toBe(texts.length)
    const named = written.filter(({ steps }) =>
      steps.some(({ skill, text, other }) => namesSkill(text, skill) || namesSkill(other ?? '', skill)),
    )
    expect(named.map(({ id }) => id)).toEqual([])
  })
  it('no two texts share a run of six words', () => {
    const seen = new Map<string, string>()
    const shared: string[] = []
    for (const text of texts) {
      const words = text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? []
      const runs = new Set(words.slice(5).map((_, i) => words.slice(i, i + 6).join(' ')))
      for (const run of runs) {
        if (seen.has(run)) shared.push(run)
        seen.set(run, text)
      }
    }
    expect(shared).toEqual([])
  })
  it('lengths and classes are those promised', () => {
    const lengths = [1, 2, 3, 5, 10].map((length) => written.filter(({ steps }) => steps.length === length).length)
    expect(lengths.map((n, i) => n >= [12, 120, 10, 10, 8][i]!)).toEqual([true, true, true, true, true])
    for (const one of dependencyClasses)
      expect(written.filter(({ class: of }) => of === one).length).toBeGreaterThanOrEqual(40)
  })
  it('inputs are the same every time', async () => {
    for (const pipeline of written.slice(0, 20)) expect(await inputsOf(pipeline)).toEqual(await inputsOf(pipeline))
  })
})

describe.skipIf(!built)('what the build executed', async () => {
  const { skills, pipelines, attrition } = built ? await skillPipelines.load() : nothing
  it('every pipeline was done by its right skills, and executing shows its class', () => {
    expect(attrition[0]).toMatchObject({ planned: written.length, used: written.length, failed: 0, missing: 0 })
    expect(attrition[2]).toMatchObject({ failed: 0 })
  })
  it('books balance', () => {
    for (const { planned, used, excluded, failed, missing } of attrition)
      expect(used + excluded.reduce((sum, { n }) => sum + n, 0) + failed + missing).toBe(planned)
  })
  it('every skill is the right one somewhere, and is told by its listing alone', () => {
    const right = new Set(pipelines.flatMap(({ steps }) => steps.map(({ skill }) => skill)))
    expect(skills.filter(({ skill }) => !right.has(skill.id)).map(({ skill }) => skill.name)).toEqual([])
    expect(new Set(skills.map(({ skill }) => exposed(skill))).size).toBe(skills.length)
    expect(new Set(skills.map(({ family }) => family)).size).toBeGreaterThanOrEqual(12)
  })
  it('the right skill is accepted first, a pair has a wrong first skill, and no wrong one is accepted', () => {
    for (const { steps, wrong, class: of } of pipelines) {
      for (const { skill, accepted } of steps) expect(accepted[0]!.skill).toBe(skill)
      if (of === null) continue
      expect(wrong.length).toBeGreaterThan(0)
      const accepted = new Set(steps[0]!.accepted.map(({ skill }) => skill))
      expect(wrong.filter(({ skill }) => accepted.has(skill))).toEqual([])
    }
  })
  it('states are told from files alone: none names the skill that left it', () => {
    const naming = pipelines.flatMap(({ id, steps }) =>
      steps.filter(({ skill, state }) => new RegExp(`\\b${skill.split('/')[1]!}\\b`).test(state)).map(() => id),
    )
    expect(naming).toEqual([])
  })
})
