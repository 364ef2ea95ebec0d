import { existsSync } from 'node:fs'
import { skillLibrary } from '@lawbook/skill-library'
import { namesSkill } from '@lawbook/skills'
import { describe, expect, it } from 'vitest'
import { skillRequests } from './index.ts'

const built = existsSync(new URL('./build/manifest.json', import.meta.url))

describe.skipIf(!built)('the built requests', () => {
  it('balance: planned = used + excluded', async () => {
    const { requests, planned, excluded } = await skillRequests.load()
    expect(planned).toBe(2268)
    expect(requests.length + Object.values(excluded).reduce((sum, n) => sum + n, 0)).toBe(planned)
  })

  it('name no skill, and every one has its skill, its half and its families', async () => {
    const { requests, split, families } = await skillRequests.load()
    const names = new Map((await skillLibrary.load()).skills.map(({ id, name }) => [id, name]))
    for (const { skill, text } of requests) {
      expect(namesSkill(text, names.get(skill)!)).toBe(false)
      expect(split[skill]).toMatch(/^(calibration|test)$/)
      for (const grouping of Object.values(families)) expect(grouping.get(skill)).toBeDefined()
    }
  })

  it('split into halves of equal size in every domain, within five points, and keep families whole', async () => {
    const { requests, split, families } = await skillRequests.load()
    const share = (some: typeof requests) =>
      some.filter(({ skill }) => split[skill] === 'calibration').length / some.length
    expect(Math.abs(share(requests) - 0.5)).toBeLessThan(0.01)
    for (const domain of new Set(requests.map((request) => request.domain))) {
      expect(Math.abs(share(requests.filter((request) => request.domain === domain)) - 0.5)).toBeLessThan(0.05)
    }
    const halvesOfFamily = new Set([...families.similarity].map(([id, family]) => `${family} ${split[id]}`))
    expect(halvesOfFamily.size).toBe(new Set(families.similarity.values()).size)
  })
})
