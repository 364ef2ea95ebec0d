import { type Code, codes, fail, LawbookError, nearMisses } from '@lawbook/base'
import { expected, findClaim, findExperiment, loadRegistry, type Registry } from '@lawbook/claims'
import type { Command } from '../command.ts'
import { fold } from '../say.ts'
import { sayRule } from '../show/rule.ts'
import { comparabilityWords, evidenceWords, kindWords, termWords, verdictWords } from '../words.ts'

type Explanation = {
  readonly word: string
  readonly is: string
  readonly text: string
  readonly next: string
}

export default {
  name: 'explain',
  group: 'read',
  summary: 'Say what an error code, a verdict, another word of the project, a claim or an experiment means.',
  usage: '<code|word|claim|experiment>',
  examples: ['repro explain LB_BOOKS', 'repro explain does-not-carry', 'repro explain skill-laws/routing-r2'],
  options: {},
  json: 'lawbook/explain@1',
  exits: {},
  async run({ root, positionals, output }) {
    const [word] = positionals
    if (word === undefined || positionals.length > 1)
      fail('LB_USAGE', `repro explain takes one word and got ${positionals.length}; e.g. \`repro explain LB_BOOKS\``)
    const found = explainWord(word) ?? explainRecord(await loadRegistry(root), word)
    if (output.json) output.document('lawbook/explain@1', { explanations: found })
    for (const { word, is, text, next } of found) {
      output.print(`${output.style('bold', word)}: ${is}`)
      output.print(`  ${fold(text, 100, '  ')}`)
      output.print(`  ${fold(next, 100, '  ')}`)
    }
    return 0
  },
} satisfies Command

const vocabularies: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
  [
    'a verdict',
    verdictWords,
    'The rules are in docs/design.md, “Verdicts”; `repro show <claim>` applies them to one claim.',
  ],
  ['a kind of evidence', evidenceWords, 'Every measure carries one; `repro show <claim>` prints it.'],
  [
    'how close the evidence is to the claim’s own',
    comparabilityWords,
    'Claims are grouped by it and no total adds the groups.',
  ],
  ['a kind of claim', kindWords, '`repro show <claim>` says what set of values the claim allows.'],
  ['a word of the project', termWords, 'More in docs/design.md, “Words”.'],
]

function explainWord(word: string): Explanation[] | null {
  const code = word.toUpperCase()
  if (Object.hasOwn(codes, code)) {
    const { cause, fix, exit } = codes[code as Code]
    return [{ word: code, is: `an error, exit code ${exit}`, text: cause, next: fix }]
  }
  const term = word.toLowerCase().replaceAll(' ', '-')
  const found = vocabularies.filter(([, words]) => Object.hasOwn(words, term))
  return found.length === 0 ? null : found.map(([is, words, next]) => ({ word: term, is, text: words[term]!, next }))
}

function explainRecord(registry: Registry, word: string): Explanation[] {
  const claims = found(() => findClaim(registry, word))
  if (claims !== null) {
    return claims.map((claim) => ({
      word: claim.id,
      is: `a claim of ${claim.paper} (${claim.ref}), ${claim.locator.where}`,
      text: `${claim.statement} ${sayRule(claim, expected(claim), null)}`,
      next: `It would be contradicted by: ${claim.decides} See \`repro show ${claim.id}\`.`,
    }))
  }
  const experiment = found(() => findExperiment(registry, word))
  if (experiment !== null) {
    const text =
      experiment.claims.length === 0
        ? 'It measures without judging a claim.'
        : `It judges ${experiment.claims.map(({ id }) => id).join(', ')}.`
    return [{ word: experiment.id, is: 'an experiment', text, next: `See \`repro show ${experiment.id}\`.` }]
  }
  const all = [
    ...Object.keys(codes),
    ...vocabularies.flatMap(([, words]) => Object.keys(words)),
    ...registry.claims.map(({ id }) => id),
    ...registry.experiments.map(({ id }) => id),
  ]
  const near = nearMisses(word, all)
  return fail(
    'LB_USAGE',
    `nothing here is called "${word}"${near.length === 0 ? '' : `; did you mean ${near.join(', ')}?`}; codes are listed in docs/errors.md, ids by \`repro list --claims\``,
  )
}

/** What a search finds, or null where nothing has that name. */
function found<T>(search: () => T): T | null {
  try {
    return search()
  } catch (thrown) {
    if (thrown instanceof LawbookError) return null
    throw thrown
  }
}
