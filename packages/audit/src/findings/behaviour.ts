import { sayWhole } from '../counted.ts'
import type { ConfusedReport, Finding, OutcomesReport, PicksReport } from '../report.ts'
import { about, type Book } from './book.ts'

/** Skills that are taken for each other, that draw what is meant for others, or that nothing reaches. */
export function behaviourFindings(
  {
    confused,
    outcomes,
    picks,
  }: {
    readonly confused: ConfusedReport
    readonly outcomes: OutcomesReport | null
    readonly picks: PicksReport | null
  },
  book: Book,
): Finding[] {
  return [
    ...confused.pairs.map((pair) => collision(pair, book)),
    ...confused.blackHoles.map((hole) => blackHole(hole, book)),
    ...(outcomes?.skills ?? []).filter(({ n, right }) => n > 0 && right === 0).map((skill) => neverRight(skill, book)),
    ...(picks?.neverPicked ?? []).map((id) => neverPicked(id, picks!.picks, book)),
  ]
}

/** The degree is the cosine of the listings. */
function collision({ a, b, agree, similarity, words, places }: ConfusedReport['pairs'][number], book: Book): Finding {
  const [first, second] = [book.label(a), book.label(b)]
  return {
    key: `collision:${first}:${second}`,
    rule: 'collision',
    level: 'warning',
    skills: [a, b],
    places,
    message: `${first} and ${second} are nearest to each other for ${agree} ${agree === 1 ? 'kind' : 'kinds'} of router; both say ${words.join(', ')}: say in each what only it does, or merge them`,
    degree: similarity,
  }
}

/** The degree is how many times the limit of chance it draws. */
function blackHole({ id, wrongPicks, limit, families }: ConfusedReport['blackHoles'][number], book: Book): Finding {
  const message = `${book.label(id)} is chosen for ${wrongPicks} needs of other skills, of ${families} families, where chance gives no skill more than ${limit}; narrow its description to what only it does`
  return about(book, id, { rule: 'black-hole', level: 'warning', message, degree: wrongPicks / Math.max(1, limit) })
}

/** One request that goes elsewhere is a note, several are a warning. */
function neverRight({ id, n }: OutcomesReport['skills'][number], book: Book): Finding {
  const what = n === 1 ? 'the one request that is' : `none of the ${n} requests that are`
  const message = `${what} meant for ${book.label(id)} ${n === 1 ? 'does not reach' : 'reaches'} it by any router; use the words of these requests in its description`
  return about(book, id, { rule: 'never-right', level: n === 1 ? 'note' : 'warning', message, degree: n })
}

/** A few picks say little of one skill among many, so the message says how many there were. */
function neverPicked(id: string, picks: number, book: Book): Finding {
  const message = `none of ${sayWhole(picks)} picks is ${book.label(id)}; check that it is shown and says when to use it, or whether it is needed`
  return about(book, id, { rule: 'never-picked', level: 'note', message, degree: null })
}
