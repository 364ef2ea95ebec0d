import { actionVerbs } from './actionVerbs.ts'

/** Words that end a phrase: function words, and words by which a description speaks of its own skill. */
const bounds = new Set(
  `a about across after against all also an and any are as at based be because before being between by can could do
   does during each every for from had has have he her him his how i if in including into is it its like may might
   more must my never no nor not of off on only onto or other our out over own per she should skill skills so some
   such than that the their them then there these they this those through to toward under until up upon us use used
   user users uses using via was we were what when where whether which while who whom whose why will with within
   without work working works would you your`.split(/\s+/),
)
/** Words after which a verb may follow, as after a comma or at the start. */
const openers = new Set(
  'also and before after by can for helps or should that then to via when which while will'.split(' '),
)
/** Words that do not end a list of objects. */
const links = new Set(', a all an and any its my or our the their these this those your'.split(' '))

/**
 * What a clause says is done, and to what. A verb is an action verb that opens a phrase, in its base form. An object
 * is the last two words of a phrase that a verb governs: what follows it up to a preposition, an auxiliary or the next
 * verb; the members of a list are objects each.
 */
export function actionsIn(clause: string): { verbs: string[]; objects: string[] } {
  const [verbs, objects]: [string[], string[]] = [[], []]
  const parts = clause.toLowerCase().match(/,|[\p{L}\p{N}][\p{L}\p{N}'’_.+#-]*/gu) ?? []
  let governed = false
  let phrase: string[] = []
  const close = (): void => {
    if (governed && phrase.length > 0) objects.push(phrase.slice(-2).join(' '))
    phrase = []
  }
  for (const [i, part] of parts.entries()) {
    const before = parts[i - 1] ?? ','
    const verb = before === ',' || openers.has(before) ? actionVerbs.get(part) : undefined
    if (verb === undefined && part !== ',' && !bounds.has(part)) {
      phrase.push(part)
      continue
    }
    close()
    if (verb !== undefined) verbs.push(verb)
    governed = verb !== undefined || (governed && links.has(part))
  }
  close()
  return { verbs, objects }
}
