import type { Stream } from '@lawbook/base'
import { probesFromBodies } from '../../src/ask/probes.ts'
import type { AuditedSkill, AuditLibrary, AuditRequest } from '../../src/auditLibrary.ts'
import { confused } from '../../src/confuse/confused.ts'
import { planOf } from '../../src/plan/plan.ts'
import type { PlanReport } from '../../src/report.ts'
import { auditRouters } from '../../src/routers.ts'
import { type Profile, profiles } from '../../src/see/profiles.ts'
import { seen } from '../../src/see/seen.ts'

export const routers = auditRouters(10)

export const libraryOf = (
  skills: readonly AuditedSkill[],
  format: AuditLibrary['format'] = 'skills',
): AuditLibrary => ({
  ...{ source: 'skills', format, copies: [], problems: [], warnings: [] },
  skills: [...skills].sort((a, b) => (a.id < b.id ? -1 : 1)),
})

export const file = (name: string, description: string, body = ''): AuditedSkill => ({
  ...{ id: name, name, description, body, package: '.', licence: '', tags: [], raw: '---' },
  place: { file: `${name}/SKILL.md`, line: 3 },
})

export const asked = (skill: string | null, ...texts: readonly string[]): AuditRequest[] =>
  texts.map((text, i) => ({ id: `${skill ?? 'none'} ${i}`, text, skill, acceptable: [] }))

export async function plan(
  library: AuditLibrary,
  requests: readonly AuditRequest[] | null,
  profile: Profile = profiles.none,
): Promise<PlanReport> {
  const pairs = await confused(library, { routers, probes: [] })
  const probes = probesFromBodies(library)
  return planOf({ library, seen: seen(library, profile), confused: pairs, requests, probes, routers })
}

/** Texts of words drawn at random from a vocabulary. */
export function randomTexts(
  stream: Stream,
  { texts, words, vocabulary }: Record<'texts' | 'words' | 'vocabulary', number>,
): string[] {
  const letters = 'bcdfghjklmnprstvz'
  const vowels = 'aeiou'
  const word = (n: number): string => {
    let [left, made] = [n * 7919 + 13, '']
    for (let i = 0; i < 4; i++) {
      made += letters[left % letters.length]! + vowels[left % vowels.length]!
      left = Math.floor(left / 3) + i * 31
    }
    return `${made}x`
  }
  return Array.from({ length: texts }, () =>
    Array.from({ length: words }, () => word(stream.integer(vocabulary))).join(' '),
  )
}
