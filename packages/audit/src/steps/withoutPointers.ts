/**
 * A description without what it says about other skills: exclusions ("not for ...", "do not use when ...", "X, not Y",
 * "instead of ...", "rather than ...") and pointers ("for X, use <skill> instead", "see also ...", "(use <skill>)").
 * Routers that count or average words read a negation as more words, so such a clause draws in the very requests that
 * it turns away. What stays keeps its wording; a description without such clauses is returned as it is, one that
 * consists of nothing else becomes ''. A clause ends where its sentence, its parenthesis or a semicolon ends it;
 * statements of what a skill does ("never merges", "not only X", "files that are not modified") are no exclusions.
 */
export function withoutPointers(description: string): string {
  const kept = sentencesOf(description).map((sentence) => ({ sentence, rest: restOf(sentence) }))
  if (kept.every(({ sentence, rest }) => sentence === rest)) return description
  return kept
    .map(({ rest }) => rest)
    .join('')
    .replace(/ +\n/g, '\n')
    .trim()
}

/** A word that can name a skill: in quotes or back quotes, after a slash, or with a hyphen, colon or underscore. */
const name = String.raw`(?:[\x60'"][^\x60'"]{1,80}[\x60'"]|\/?[a-z][\w.]*(?:[-:_/][\w.]+)+|\/[a-z][\w.-]*)`
/** The same as one is pointed to: with or without "the ... skill"; then any word can be the name. */
const other = String.raw`(?:(?:the\s+)?${name}(?:\s+(?:skills?|agents?|commands?|tools?))?|(?:the\s+)?[\w:./-]+\s+skills?)`
const to = String.raw`(?:use|see|try|prefer|invoke|load|run|route\s+to|go\s+to|refer\s+to|recommend|check)`
const choose = `(?:use|used|trigger|activate|invoke|apply|load|call|select|choose|pick|run|volunteer|confuse)`

/** Where a clause starts: its sentence, a parenthesis, a comma, a dash, a semicolon, an item of a list. */
const start = String.raw`(?:^\s{0,8}|\s{0,8}[,;:(\]—–]\s{0,8}|\s--?\s|\n\s{0,8}[-*•]\s{0,8})`
const joined = String.raw`(?:(?:but|and|or|please|it|this|this\s+skill|skill)\s+)*`

const condition = String.raw`(?:for|if|when)\b(?:\([^()]{0,200}\)|[^,;()]){0,200}`

/** Whole clauses: they go with everything up to the end of the sentence, of the parenthesis, or the next semicolon. */
const whole = [
  String.raw`(?:do\s+not|don['’]?t|never|should\s+not|must\s+not|cannot|should\s+never)\s+(?:be\s+)?${choose}\b`,
  String.raw`(?:do(?:es)?\s+not|doesn['’]?t)\s+(?:apply|cover|handle|replace|include)\b`,
  String.raw`(?:is\s+|are\s+)?not\s+(?:intended\s+|meant\s+|suitable\s+|suited\s+|designed\s+|appropriate\s+|recommended\s+|needed\s+|useful\s+)?(?:for|when|if|to\s+be\s+used|a\s+replacement|a\s+substitute|about)\b`,
  String.raw`(?:avoid|skip)\s+(?:this\s+)?(?:skill\s+)?(?:for|when|if|using|it)\b`,
  String.raw`see\s+also\b`,
  String.raw`${condition},\s{0,8}${to}\s+${other}`,
  String.raw`(?:${condition},\s{0,8}|[\w-]+\s+)?${to}\s+(?:\S+\s+){1,8}?instead\b(?!\s+of\b)`,
  String.raw`instead,?\s+${to}\b`,
]
/** In parentheses or after a dash or a semicolon, a bare pointer is a clause as well. */
const aside = String.raw`(?:\(\s*|\s*[—–;]\s*|\s--?\s)${joined}(?:(?:for|if|when)\s[^(),;]{0,200},?\s)?(?:those\s+|that\s+|these\s+)?${to}\s+${other}`
const scope = String.raw`(?:\([^()]*\)|[^;()\]])*`
const clause = new RegExp(`(?:${start}${joined}(?:${whole.join('|')})|${aside})${scope}`, 'giu')

/** Parts of a clause: up to the next comma, dash or end, or a word that starts a condition of its own. */
const part = String.raw`(?:\([^()]*\)|(?!:\s|\s(?:when|if|where|while)\s|\s+[—–]|\s--?\s)[^,;()\]])*`
const tails = [
  new RegExp(
    String.raw`(?:,\s*|\s*[—–]\s*|\s--?\s+|\(\s*|^\s*)(?:but\s+)?not\s+(?!only\b|just\b|merely\b|simply\b|yet\b|least\b|all\b|including\b|equal\b|empty\b|null\b)${part}`,
    'giu',
  ),
  new RegExp(String.raw`,?\s+(?:instead\s+of|rather\s+than|as\s+opposed\s+to)\s+${part}`, 'giu'),
  new RegExp(
    String.raw`(?<!\b(?:am|is|are|was|were|be|do|does|did|has|have|can|will|must|should|may|might|would|could|if|or|why))\sNOT\s+${part}`,
    'gu',
  ),
]

/** Sentences with the white space after them; a full stop inside a word or after "e.g." ends none. */
function sentencesOf(text: string): string[] {
  return text.split(/(?<=(?<!\b(?:e\.g|i\.e|vs|etc|incl))[.!?。]["'’”)]?\s)|(?<=\n)(?=\s*\n)|(?<=\n)(?!\s*[-*•\n])/iu)
}

/** A sentence without its clauses about others; '' where nothing else is left. */
function restOf(sentence: string): string {
  const body = sentence.trimEnd()
  const end = /[.!?。]?["'’”]?$/u.exec(body)![0]
  const inside = body.slice(0, body.length - end.length)
  const cut = tails.reduce((text, tail) => text.replace(tail, closing), inside.replace(clause, closing))
  if (cut === inside) return sentence
  const rest = capital(tidy(cut), inside)
  return /\p{L}/u.test(rest) ? rest + (rest.endsWith(']') ? '' : end) + sentence.slice(body.length) : ''
}

/** What stands for a clause that is taken out: the bracket that it came after, or opened and that the next one closes. */
function closing(found: string): string {
  if (/^\s*\]/.test(found)) return ']'
  return /^\s*\(/.test(found) && !found.trimEnd().endsWith(')') ? ' (' : ''
}

/** A sentence whose opening was taken out starts like one again. */
const capital = (rest: string, before: string): string =>
  /^\s*\p{Lu}/u.test(before) ? rest.slice(0, 1).toUpperCase() + rest.slice(1) : rest

function tidy(text: string): string {
  return text
    .replace(/\s{1,8}\(\s*\)/g, '')
    .replace(/\(\s*[,;—–]\s*/g, '(')
    .replace(/\s+([,;:)])/g, '$1')
    .replace(/^\s*[,;—–-]\s*/, '')
    .trim()
    .replace(/(?:\s*[,;:—–]|\s+-+)+$/, '')
}
