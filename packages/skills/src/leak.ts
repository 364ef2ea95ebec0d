/**
 * Does a request give its skill's name away? The filter of the paper's authors
 * (github.com/evolvent-ai/skill-laws, F07, `query_mentions_skill`): with everything but a-z and 0-9 squeezed out of
 * the request, either the squeezed name occurs in it, or at least two parts of the name of four letters or more do.
 */
export function namesSkill(request: string, name: string): boolean {
  const text = squeezed(request)
  const whole = squeezed(name)
  if (whole !== '' && text.includes(whole)) return true
  const parts = name.toLowerCase().split(/[-_:/.]+/)
  return parts.filter((part) => part.length >= 4 && text.includes(part)).length >= 2
}

const squeezed = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, '')
