import type { AuditReport, Outcome, Share } from '../../src/report.ts'

export const share = (value: number, half = 0.07, n = 64): Share => ({
  value,
  low: Math.max(0, value - half),
  high: Math.min(1, value + half),
  n,
})

export const outcome = (right: number): Outcome => ({
  right: share(right),
  acceptable: share(0.05),
  wrong: share(0.9 - right),
  missed: share(0.05),
  firedForNothing: share(0.2, 0.1, 20),
})

const skill = (id: string, name: string, line: number) => ({
  ...{ id: `${id}/SKILL.md`, name, descriptionChars: 120, digest: name },
  place: { file: `${id}/SKILL.md`, line },
})
const entry = (id: string, description: string) => ({
  ...{ id: `${id}/SKILL.md`, name: id, description, body: 'Secret steps.', package: '.', licence: '', tags: [] },
})

/** A report in which every part is there, with a hostile word in every text that comes from outside. */
export function fullReport(hostile = ''): AuditReport {
  const [a, b] = [skill('invoices', `read-invoices${hostile}`, 3), skill('receipts', 'read-receipts', 2)]
  return {
    library: {
      ...{ source: `my-skills${hostile}`, format: 'skills', skills: [a, b, skill('maps', 'draw-maps', 3)] },
      copies: [{ id: 'old/SKILL.md', of: 'maps/SKILL.md' }],
      problems: [{ place: { file: `x${hostile}.md`, line: null }, what: `not UTF-8${hostile}`, level: 'warning' }],
    },
    seen: {
      profile: {
        ...{ id: 'claude-code', title: 'Claude Code', source: 'https://example.com' },
        ...{ agentVersion: '1', asOf: '2026-11-22', note: '' },
      },
      ...{ budgetChars: 8000, usedChars: 7900 },
      skills: [
        { id: a.id, shown: 'full', chars: 120 },
        { id: b.id, shown: 'cut', chars: 80 },
        { id: 'maps/SKILL.md', shown: 'name', chars: 0 },
      ],
    },
    confused: {
      routers: ['bm25', 'tf-idf'],
      pairs: [
        {
          ...{ a: a.id, b: b.id, agree: 2, similarity: 0.71, words: [`total${hostile}`, 'supplier'] },
          places: [a.place, b.place],
        },
      ],
      hubness: { skewness: 2.14, chance: { low: 0.2, high: 1.1 } },
      blackHoles: [{ id: a.id, wrongPicks: 14, limit: 9, families: 5 }],
    },
    outcomes: {
      ...{ requests: 84, source: `requests${hostile}.jsonl` },
      routers: [
        { id: 'bm25', threshold: 0.31, outcome: outcome(0.78) },
        { id: 'tf-idf', threshold: null, outcome: outcome(0.6) },
      ],
      skills: [{ id: a.id, n: 30, right: 22.5 }],
      notes: [`a note of outcomes${hostile}`],
    },
    picks: {
      ...{ source: `picks${hostile}.jsonl`, picks: 40, outcome: outcome(0.7) },
      absorbs: [{ id: a.id, wrong: 4, from: [b.id] }],
      neverPicked: ['maps/SKILL.md'],
      agreement: [{ router: 'bm25', agree: share(0.66), kappa: 0.51 }],
      notes: [`a note of picks${hostile}`],
    },
    forecast: {
      ...{ basis: 'requests', router: 'bm25', law: 'power' },
      points: [
        { size: 41, factor: 1, accuracy: share(0.78) },
        { size: 82, factor: 2, accuracy: share(0.7) },
        { size: 164, factor: 4, accuracy: share(0.61, 0.12) },
      ],
      curve: [
        { size: 5, accuracy: 0.95 },
        { size: 41, accuracy: 0.78 },
      ],
      references: [
        {
          ...{ library: 'a reference', skills: 1144 },
          points: [
            { size: 40, accuracy: 0.8 },
            { size: 160, accuracy: 0.66 },
          ],
        },
      ],
      optimism: { value: 0.08, low: 0.05, high: 0.11, n: 900 },
      notes: [`a note of the forecast${hostile}`],
    },
    plan: {
      edits: [
        {
          edit: {
            ...{ step: 'trimming', reason: `says things twice${hostile}`, kind: 'rewrite' },
            before: entry('invoices', 'Reads invoices. Reads any invoice file.'),
            after: entry('invoices', 'Reads invoices from suppliers.'),
          },
          ...{ gain: share(0.021, 0.012), p: 0.0312, chars: -35, evidence: 'held-out requests', place: a.place },
        },
        {
          edit: {
            ...{ step: 'merging', reason: 'both do the same work', kind: 'merge', serves: true },
            before: entry('receipts', 'Reads receipts.'),
            intoBefore: entry('invoices', 'Reads invoices.'),
            after: entry('invoices', 'Reads invoices and receipts.'),
          },
          ...{ gain: null, p: null, chars: 12, evidence: 'lexical only', place: b.place },
        },
      ],
      together: { before: outcome(0.78), after: outcome(0.8), gain: share(0.025, 0.01), p: 0.0004 },
      ...{ charsBefore: 7900, charsAfter: 7877, notes: [`a note of the plan${hostile}`] },
    },
    findings: [
      {
        ...{ key: 'duplicate-name:read-invoices', rule: 'duplicate-name', level: 'error', skills: [a.id, b.id] },
        ...{ places: [a.place, b.place], message: `two skills carry one name${hostile}`, degree: null },
      },
      {
        ...{ key: 'collision:a:b', rule: 'collision', level: 'warning', skills: [a.id, b.id] },
        ...{ places: [a.place, b.place], message: `these collide${hostile}`, degree: 0.71 },
      },
      {
        ...{ key: 'copy:maps', rule: 'copy', level: 'note', skills: ['maps/SKILL.md'] },
        ...{ places: [], message: 'a copy', degree: null },
      },
    ],
    notes: [`something was left out${hostile}`],
  }
}
