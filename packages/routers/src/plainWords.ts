/**
 * The runs of letters, marks and digits of a text, in its order, repetitions kept: nothing is left that a query language
 * could take for an operator.
 */
export function plainWords(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}
