import { mix32, type Stream, streamsOf } from '@lawbook/base'
import { libraryOf } from '@lawbook/skills'
import type { AuditedSkill } from '../../src/auditLibrary.ts'
import { skill } from '../library.ts'

export const audited = (name: string, description: string, body?: string): AuditedSkill => ({
  ...skill(name, description, body),
  ...{ raw: '', place: { file: `${name}/SKILL.md`, line: 3 } },
})

const syllables = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu'.split(' ')
/** A word that no language has, and that stems and stop words leave alone; neighbours in number are not alike. */
const invented = (n: number): string => {
  let [left, word] = [mix32(n), '']
  for (let i = 0; i < 5; i++) {
    word += syllables[left % syllables.length]!
    left = Math.floor(left / syllables.length)
  }
  return `${word}k`
}

/** Skills whose listings and bodies are words drawn at random from a vocabulary, common words more often than rare. */
export function randomSkills(skills: number, vocabulary: number, stream: Stream): AuditedSkill[] {
  const word = (): string => invented(Math.floor(vocabulary * stream.uniform() * stream.uniform()))
  const words = (n: number): string => Array.from({ length: n }, word).join(' ')
  const made = Array.from({ length: skills }, (_, i) =>
    audited(`${invented(5000 + i)}`, `${words(12)}.`, `${words(12)}. ${words(12)}. ${words(12)}.`),
  )
  return libraryOf(made).skills as AuditedSkill[]
}

export const streams = streamsOf('audit tests')
