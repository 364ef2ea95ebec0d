import { words } from '@lawbook/skills'
import type { AuditedSkill } from '../auditLibrary.ts'
import { type Problem, problem } from './problem.ts'
import { counted } from './record.ts'

/** English words that few other languages spell alike; nearly all English descriptions of eight words hold one. */
const english = new Set('the and of to with for when this that are from your by using how what who which'.split(' '))
/** Frequent words of Spanish, Portuguese, French, Italian, German, Dutch, Swedish and Danish that English has not. */
const others = new Set(
  `de la el los las un una y en para por con del que se su sus uma os dos das no na em ao com mais le les des du une et
   est pour dans avec sur ou il lo gli di che per della nel der das und ein eine mit von ist auf zur zum den dem het een
   van voor met op och att av som til af og det er`.split(/\s+/),
)
const fewWords = 8
const fewOthers = 2
const mostLetters = 0.3

/**
 * A note, at the first of them, that descriptions are not in English: letters of another script beyond 30 %, or at least
 * eight words without a common English one, and among them two frequent ones of another language or two letters with
 * accents. Lists of names and commands have no common words either, and are no other language. They are audited all the same; the tokeniser and its stop words are English.
 */
export function languageNote(skills: readonly AuditedSkill[]): Problem[] {
  const script = skills.filter(({ description }) => otherLetters(description) > mostLetters)
  const wording = skills.filter((skill) => !script.includes(skill) && lacksEnglish(skill.description))
  const [first] = [...script, ...wording]
  if (first === undefined) return []
  return [
    problem(
      first.place.file,
      `${counted(script.length + wording.length, 'description')} of ${skills.length} not in English, as it seems; audited all the same, by routers made for English`,
      'note',
    ),
  ]
}

function otherLetters(text: string): number {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  return letters === 0 ? 0 : 1 - latin / letters
}

function lacksEnglish(text: string): boolean {
  const all = words(text)
  if (all.length < fewWords || all.some((word) => english.has(word))) return false
  const accents = text.match(/(?![a-z])\p{Script=Latin}/giu)?.length ?? 0
  return accents >= fewOthers || new Set(all.filter((word) => others.has(word))).size >= fewOthers
}
