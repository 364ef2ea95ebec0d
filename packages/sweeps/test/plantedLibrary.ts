import { streamsOf } from '@lawbook/base'
import type { Library, Request } from '@lawbook/skills'

/** Skills whose descriptions are made-up words, and requests that share some with their right skill. */
export function planted(skills: number, requests: number): { library: Library; requests: Request[] } {
  const stream = streamsOf('plantedLibrary')('words', skills, requests)
  const words = (count: number): string =>
    Array.from(
      { length: count },
      () => `word${'abcdefghijklmnopqrstuvwxyz'[stream.integer(26)]}${stream.integer(20)}`,
    ).join(' ')
  const library = {
    skills: Array.from({ length: skills }, (_, j) => ({
      id: `own@1.0.0:${String(j).padStart(4, '0')}`,
      name: words(2),
      description: words(20),
      body: '',
      package: 'own',
      licence: 'MIT',
      tags: [],
    })),
  }
  return {
    library,
    requests: Array.from({ length: requests }, (_, i): Request => {
      const skill = library.skills[(7 * i) % skills]!
      return {
        id: `q${i}`,
        skill: skill.id,
        wording: 'direct',
        domain: 'none',
        abstract: false,
        text: `${skill.description.split(' ').slice(0, 5).join(' ')} ${words(5)}`,
      }
    }),
  }
}
