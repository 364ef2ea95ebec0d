import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withoutPointers } from '../../src/steps/withoutPointers.ts'

describe('withoutPointers', () => {
  test.each([
    ['Not for ..., use <skill>', 'Reads PDF forms. Not for scans, use ocr-reader.', 'Reads PDF forms.'],
    ['an exclusion', 'Bakes bread. Do not use for cakes or pies.', 'Bakes bread.'],
    ['shouted', 'Bakes bread. DO NOT TRIGGER when: the user says "cake" (those go to cake-baker).', 'Bakes bread.'],
    ['an exclusion in a clause', 'Bakes bread, not for cakes.', 'Bakes bread.'],
    ['after a dash', 'Search symbols (functions, types) - NOT text.', 'Search symbols (functions, types).'],
    ['after a long dash', 'Use for offline maps — NOT for live traffic (use traffic-watch).', 'Use for offline maps.'],
    ['in parentheses', 'Sends letters by post (not for e-mail).', 'Sends letters by post.'],
    [
      'an aside in parentheses',
      'Sends letters by post (for e-mail use mail-sender) and parcels.',
      'Sends letters by post and parcels.',
    ],
    [
      'half a parenthesis',
      'Reads the address (a direct one, not a pool), then calls.',
      'Reads the address (a direct one), then calls.',
    ],
    ['a contrast', 'Reads the ledger, not the journal, and sums it.', 'Reads the ledger, and sums it.'],
    ['instead of', 'Use instead of reading whole files when you look for a symbol.', 'Use when you look for a symbol.'],
    ['rather than', 'Draws diagrams rather than photographs. Exports SVG.', 'Draws diagrams. Exports SVG.'],
    ['instead at the end', 'Writes plans. For estimates, use the estimator instead.', 'Writes plans.'],
    ['instead in the middle', 'Writes plans. Use plan-costs instead when money is asked for.', 'Writes plans.'],
    ['see also', 'Splits packages. See also: `monorepo` skill for publishing.', 'Splits packages.'],
    [
      'for X, use <skill>',
      'Sets up the sync. For the sync itself, use sync:push or sync:pull command.',
      'Sets up the sync.',
    ],
    ['the ... skill', 'Sets up the sync. If it fails, see the troubleshooting skill.', 'Sets up the sync.'],
    ['avoid', 'Moves tables between bases. Avoid when the base is read-only.', 'Moves tables between bases.'],
    ['skip', 'Profiles slow code. Skip when: prototypes, documentation.', 'Profiles slow code.'],
    ['does not apply', 'Debugs web pages. This skill does not apply to the slim mode.', 'Debugs web pages.'],
    [
      'up to the semicolon',
      'Finds seams; not for repairs; reports them by rank.',
      'Finds seams; reports them by rank.',
    ],
    ['before a colon', 'Survey, not rescue: it finds candidates.', 'Survey: it finds candidates.'],
    ['a capital again', 'Not the old client — reads the new one.', 'Reads the new one.'],
    ['a tag', '[DEPRECATED] Use new-thing instead. Sorts mail.', '[DEPRECATED] Sorts mail.'],
    [
      'a list',
      'Sorts mail. Do not use for:\n- parcels\n- bills\n\nUse for: letters.',
      'Sorts mail.\nUse for: letters.',
    ],
    ['a line', 'Sorts mail.\nNot for parcels.\nKnows stamps.', 'Sorts mail.\nKnows stamps.'],
    ['nothing else', 'Do not use unless invoked by name', ''],
    ['curly quotes', 'Sorts mail. Don’t use for parcels.', 'Sorts mail.'],
  ])('takes out: %s', (_, text, rest) => {
    expect(withoutPointers(text)).toBe(rest)
  })

  test.each([
    'Never merges; it finds candidates.',
    'Keeps rows that meet a condition (equal, not equal, above, not empty).',
    'Keeps test files that are not modified, e.g. fixtures.',
    'SSR is NOT supported here.',
    'Checks not only types, but also tests.',
    'Use docker-compose to deploy. Use when a container has to start.',
    'Reports whether or not the build passed.',
    'Calls chat() and stream() with options (see the table).',
    'Handles not-found pages, notFound() and Nothing.',
    'Use for letters, parcels and bills;  keeps   spaces .',
    '',
  ])('leaves as it is: %s', (text) => {
    expect(withoutPointers(text)).toBe(text)
  })

  test('never lengthens, is settled after one pass over plain sentences, and takes no words from elsewhere', () => {
    const piece = fc.constantFrom(
      'Reads letters',
      'not for bills',
      'use bill-reader instead',
      '(see other-skill)',
      'rather than guesses',
      'and sorts them',
      'when asked',
    )
    const mark = fc.constantFrom('. ', ', ', '; ', ' — ', ' ', '\n')
    const text = fc.array(fc.tuple(piece, mark), { maxLength: 8 }).map((all) => all.flat().join(''))
    fc.assert(
      fc.property(text, (description) => {
        const rest = withoutPointers(description)
        expect(rest.length).toBeLessThanOrEqual(description.length)
        const before = new Set(description.toLowerCase().match(/\w+/g))
        for (const word of rest.toLowerCase().match(/\w+/g) ?? []) expect(before).toContain(word)
      }),
    )
  })
})
