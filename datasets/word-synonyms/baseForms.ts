import type { PartOfSpeech } from './wordNet.ts'

/** Endings and what stands in their place, in the order in which they are tried: table of morphy(7WN). */
const detachments: Readonly<Record<PartOfSpeech, readonly (readonly [ending: string, base: string])[]>> = {
  noun: [
    ['s', ''],
    ['ses', 's'],
    ['xes', 'x'],
    ['zes', 'z'],
    ['ches', 'ch'],
    ['shes', 'sh'],
    ['men', 'man'],
    ['ies', 'y'],
  ],
  verb: [
    ['s', ''],
    ['ies', 'y'],
    ['es', 'e'],
    ['es', ''],
    ['ed', 'e'],
    ['ed', ''],
    ['ing', 'e'],
    ['ing', ''],
  ],
  adj: [
    ['er', ''],
    ['est', ''],
    ['er', 'e'],
    ['est', 'e'],
  ],
}

/**
 * The lemmas that a word may be a form of: the word itself if it is one, and the first of its base forms that is.
 * Base forms come by WordNet's rules of detachment (Miller, Beckwith, Fellbaum, Gross and Miller 1990; morphy(7WN));
 * as there, nouns of one or two letters or in -ss have none. Irregular forms are not resolved: the package that
 * carries the database leaves the lists of exceptions out.
 */
export function lemmasOf(word: string, part: PartOfSpeech, isLemma: (form: string) => boolean): string[] {
  const itself = isLemma(word) ? [word] : []
  if (part === 'noun' && (word.length <= 2 || word.endsWith('ss'))) return itself
  const base = detachments[part]
    .filter(([ending]) => word.endsWith(ending))
    .map(([ending, place]) => word.slice(0, word.length - ending.length) + place)
    .find(isLemma)
  return base === undefined ? itself : [...itself, base]
}
