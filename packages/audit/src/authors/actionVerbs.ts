/**
 * Verbs that say what a skill does to something. The list is ours: the released code is given verbs by the library's
 * maker and names none beyond its sample library (extract, parse, summarize, read, handle, process, convert, create)
 * and its fallback (validate, transform). Verbs by which a description speaks of its own
 * skill (use, invoke, activate, help) are left out.
 */
const verbs = `accept access adapt add aggregate align analyze animate annotate answer apply approve archive ask
  assess assign attach audit automate backup benchmark block book browse build bundle cache calculate call cancel
  capture change chart check choose classify clean click clone close collect combine commit compare compile compose
  compress compute configure connect construct consolidate control convert coordinate copy correct crawl create crop
  curate customize debug decide decode decompose define delegate delete deliver deploy describe design detect develop
  diagnose discover display document download draft draw edit embed enable encode encrypt enforce enhance enrich
  estimate evaluate examine execute explain explore export extend extract fetch fill filter find fix forecast format
  forward generate get guide handle identify implement import improve index ingest initialize inject inspect
  install integrate interact judge label launch lint list load locate log look maintain make manage map mask
  measure merge migrate mock model moderate modify monitor move navigate normalize notify open operate optimize
  orchestrate organize outline package parse patch perform pick plan play plot post predict prepare preview
  print prioritize process produce profile promote provide provision publish pull push query rank read rebuild recommend
  record recover redact refactor refine register release remove rename render repair replace reply report reproduce
  research reset resize resolve restore retrieve review rewrite rotate route run sanitize save scaffold scan schedule
  score scrape search secure segment select send serve set share ship show sign simulate sketch sort split stage start
  stop store stream structure submit suggest summarise summarize support sync synchronize synthesize tag test trace
  track train transcribe transform translate triage troubleshoot tune uninstall update upgrade upload validate
  verify view visualize watch wrap write`.split(/\s+/)

/** The base form of each form of an action verb: base, third person, and -ing with the spellings it may take. */
export const actionVerbs: ReadonlyMap<string, string> = new Map(
  verbs.flatMap((base) => formsOf(base).map((form) => [form, base] as const)),
)

function formsOf(base: string): string[] {
  const third = /(?:s|x|z|ch|sh)$/.test(base) ? `${base}es` : base.replace(/(?<=[^aeiou])y$/, 'ie').concat('s')
  return [base, third, `${base}ing`, `${base}${base.at(-1)}ing`, `${base.replace(/e$/, '')}ing`]
}
