import { type Files, filesOf, type Random } from '../seeded.ts'

const places = ['the harbour', 'the old town', 'the upper valley', 'the market square', 'the river quarter'] as const
const people = ['gardeners', 'shopkeepers', 'teachers', 'ferry pilots', 'bakers', 'librarians'] as const
const things = ['a public bench', 'a hand-drawn map', 'an early tram', 'a shared workshop', 'a winter market'] as const
const seasons = ['spring', 'late summer', 'autumn', 'the darkest part of winter'] as const

/** Sentences with holes; every paragraph takes nine of them. */
const sentences: readonly ((random: Random) => string)[] = [
  (r) => `In ${r.pick(seasons)} the ${r.pick(people)} of ${r.pick(places)} open their doors before sunrise.`,
  (r) => `Nobody planned ${r.pick(things)} here; it grew because ${r.pick(people)} kept asking for one.`,
  (r) => `A survey of ${r.int(40, 900)} households found that ${r.int(12, 95)} per cent walk through it every week.`,
  (r) => `What ${r.pick(places)} lacks in width it makes up for in patience, and patience is cheap to build.`,
  (r) => `Visitors look at ${r.pick(things)} first, while residents hardly see it any more.`,
  (r) => `The council paid for ${r.pick(things)} in ${r.int(1952, 2019)} and has argued about the bill ever since.`,
  (r) => `"We would rather repair than replace," the ${r.pick(people)} say, and mostly they do.`,
  (r) => `Streets that look alike on paper behave differently in ${r.pick(seasons)}, when the light is low.`,
  () => `It is easy to count doors and hard to count the conversations that happen in front of them.`,
  (r) =>
    `By ${r.pick(seasons)} the well-worn path from ${r.pick(places)} to ${r.pick(places)} is a road in all but name.`,
  () => `None of this is an argument against plans; it is an argument for plans with room in them.`,
  (r) => `Ask the ${r.pick(people)} what they need and they will describe ${r.pick(things)} without using the word.`,
  (r) => `Within ${r.int(3, 18)} months the rents around ${r.pick(places)} had changed, though not by much.`,
  (r) => `The ${r.pick(people)} remember ${r.pick(things)}; the maps of ${r.int(1890, 1990)} do not.`,
]

/** essay.txt: a title, then eight paragraphs of nine sentences, each paragraph one long line. */
export default function make(random: Random): Files {
  const paragraphs = Array.from({ length: 8 }, () => paragraph(random))
  return filesOf({ 'essay.txt': `What a town keeps\n\n${paragraphs.join('\n\n')}\n` })
}

function paragraph(random: Random): string {
  const keyed = sentences.map((sentence) => ({ sentence, at: random.next() })).sort((a, b) => a.at - b.at)
  return keyed
    .slice(0, 9)
    .map(({ sentence }) => sentence(random))
    .join(' ')
}
