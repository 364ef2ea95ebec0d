import type { PointwiseRouter } from '@lawbook/routers'
import type { AuditedSkill, AuditRequest } from '../../src/auditLibrary.ts'

export const skill = (id: string, description = `does ${id}`, body = ''): AuditedSkill => ({
  ...{ id, name: id, description, body, package: 'p', licence: 'MIT', tags: [], raw: '' },
  place: { file: null, line: null },
})

export const asked = (text: string, meant: string | null, acceptable: readonly string[] = []): AuditRequest => ({
  ...{ id: `for ${text}`, text, skill: meant, acceptable },
})

/** A router whose scores are given by request text and skill id; a skill without a score is not matched. */
export const planted = (
  scores: Readonly<Record<string, Readonly<Record<string, number>>>>,
  id = 'planted',
): PointwiseRouter => ({
  ...{ id, title: id, short: id, kin: 'floor', kind: 'pointwise', cost: 'fast', source: 'a test' },
  build: ({ skills }) => ({
    score: ({ text }) => ({
      values: Float64Array.from(skills, (each) => scores[text]?.[each.id] ?? 0),
      matched: Uint8Array.from(skills, (each) => (scores[text]?.[each.id] === undefined ? 0 : 1)),
    }),
  }),
})
