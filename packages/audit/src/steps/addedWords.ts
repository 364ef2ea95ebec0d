import { byCodeUnit } from '@lawbook/base'
import { tokens, words } from '@lawbook/skills'
import type { ListingIndex } from './listingIndex.ts'
import { nameWords, withoutPossessives } from './nameWords.ts'

/** A word of a skill's own requests that its listing lacks. */
export type Candidate = {
  /** As the request spells it, in lower case. */
  readonly word: string
  readonly stem: string
  /** How many of the skill's own requests have it. */
  readonly asked: number
  /** How many listings of the library have it. */
  readonly listed: number
  readonly idf: number
}

const [shortest, longest] = [3, 24]

/** With so many requests, a word that only one of them has is that request's own story. */
const enoughToRecur = 4

/** A library of so many listings has most words that users ask with twice. */
const large = 500

/** Words of any story: how many, how often, when, who. They stand in requests and name no need. */
const fillers: ReadonlySet<string> = new Set(
  `across actually again ago alone along already alright always another anybody anyone anything anyway around
   away back behind beside better both cannot day days down during each either else enough even ever every
   everybody everyone everything everywhere exactly few five four further get gets getting give gives giving got
   hello hey hour hours including instead keep keeps kept know knows last later least less like liked likes
   little long look looks lot lots made make makes making many maybe might minute minutes month months more
   morning most much must myself need needs neither never new next night nobody nothing now off often okay old
   one ones per please plus put puts quite rather really right said says several since six somebody someone
   something sometimes somewhere soon still stuff sure take takes tell tells ten thank thanks thing things think
   three through today together tomorrow tonight toward twice two upon via want wanted wants way week weeks well
   whatever whenever wherever whether whole whose within without year years yes yesterday yet`.split(/\s+/),
)

/**
 * The content words of a skill's own requests that its listing lacks, the best first: those in most of its requests;
 * of these the words that some listing has already; of these the rarest; equal ones in code unit order. Only plain words
 * of 3 to 24 letters. Left out as a request's own story are names that no listing has (`nameWords`), and a word that only
 * one request has where the skill has four requests or more, or where a library of 500 or more has it in no listing.
 *
 * On the calibration half (BM25, TF-IDF, naive Bayes) words of one request and no listing were asked again 2 times in
 * 100. Without them the four steps gained 4.1 points instead of 3.6 among all skills, but less, 1.5 instead of 3.7, in
 * libraries of 80. Without names the gain stayed as it was: 4.1 points among all skills, 5.3 among 80 of them.
 */
export function candidateWords(requests: readonly string[], skill: number, index: ListingIndex): Candidate[] {
  const lacking = new Map<string, { word: string; asked: number }>()
  for (const text of requests) {
    const seen = new Set<string>()
    for (const word of words(withoutPossessives(text))) {
      const [stem] = tokens(word)
      if (stem === undefined || seen.has(stem) || index.stems(skill).has(stem) || !plain(word)) continue
      seen.add(stem)
      const known = lacking.get(stem)
      lacking.set(stem, { word: known?.word ?? word, asked: (known?.asked ?? 0) + 1 })
    }
  }
  const names = nameWords(requests)
  return [...lacking]
    .map(([stem, { word, asked }]) => ({ word, stem, asked, listed: index.frequency(stem), idf: index.idf(stem) }))
    .filter(({ word, listed }) => listed > 0 || !names.has(word))
    .filter(({ asked, listed }) => asked > 1 || (requests.length < enoughToRecur && (listed > 0 || index.size < large)))
    .sort(
      (a, b) =>
        b.asked - a.asked || Number(b.listed > 0) - Number(a.listed > 0) || b.idf - a.idf || byCodeUnit(a.word, b.word),
    )
}

const plain = (word: string): boolean =>
  !fillers.has(word) && word.length >= shortest && word.length <= longest && /^\p{L}+$/u.test(word)

/** The clause that added words stand in, at the end of a description. */
const lead = 'Also for: '
const clause = /Also for: ([^.]+)\.$/

/**
 * A description with words appended in one clause, "Also for: ...", which grows if it is there already. A word that
 * would complete four words in a row of a request is left out: a request's words are evidence, not text to paste.
 */
export function withWords(description: string, added: readonly string[], requests: readonly string[]): string {
  const present = addedTo(description)
  const runs = new Set(requests.flatMap((text) => runsOf(words(text))))
  const list = [...present]
  for (const word of added) if (!runs.has([...list.slice(-3), word].join(' '))) list.push(word)
  if (list.length === present.length) return description
  const before = description.replace(clause, '').trimEnd()
  const end = before === '' || /[.!?。:;]$/u.test(before) ? '' : '.'
  return `${before}${end}${before === '' ? '' : ' '}${lead}${list.join(', ')}.`
}

/** The words in a description's clause of added words; none where it has no such clause. */
export function addedTo(description: string): string[] {
  return clause.exec(description)?.[1]?.split(', ') ?? []
}

const runsOf = (all: readonly string[]): string[] => all.slice(3).map((_, i) => all.slice(i, i + 4).join(' '))
