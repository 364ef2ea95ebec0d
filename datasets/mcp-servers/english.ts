/** Function words of English, and of the other languages with Latin letters that servers are described in. */
const english = setOf('a an and are as at be by for from in into is it of on or that the this to via with your you')
const others = setOf(
  'av das de del den der des du ein eine el em et für het la las le les los met mit och para pour que som un und une van von',
)

/** The share of a text's letters that must be Latin. */
const latinShare = 0.8

/**
 * Whether a short text passes for English: at least 80 % of its letters are Latin, and it holds no more function words
 * of other languages than of English. A text without any, such as a list of product names, passes.
 */
export function isEnglish(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? []
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter))
  if (latin.length < latinShare * letters.length) return false
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const holds = (known: ReadonlySet<string>): number => words.filter((word) => known.has(word)).length
  return holds(others) <= holds(english)
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '))
}
