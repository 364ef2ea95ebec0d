const edges = new Set('.,:;()[]{}"\'')

/**
 * The distinct words of a text as the released code compares them: split at white space, its punctuation
 * `. , : ; ( ) [ ] { } " '` taken off both ends, lower case. No stop words, no stems, no counts; what consists of
 * punctuation alone is the empty word, as there (auto_skill_manager, scoring/anchors.py, `tokenize`).
 */
export function authorsTokens(text: string): Set<string> {
  const parts = text.split(/\s+/).filter((part) => part !== '')
  return new Set(parts.map((part) => bare(part).toLowerCase()))
}

function bare(part: string): string {
  let [start, end] = [0, part.length]
  while (start < end && edges.has(part[start]!)) start++
  while (end > start && edges.has(part[end - 1]!)) end--
  return part.slice(start, end)
}
