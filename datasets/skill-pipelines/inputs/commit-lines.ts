import { type Files, filesOf, type Random } from '../seeded.ts'

const scopes = ['api', 'cart', 'search', 'mail', 'login', 'export'] as const
const subjects = {
  feat: [
    'save a basket for later',
    'sort results by distance',
    'send a receipt as PDF',
    'remember the last filter',
    'dark theme for the settings page',
    'import contacts from a spreadsheet',
    'show stock per shop',
    'undo for deleted notes',
    'keyboard shortcuts in the editor',
  ],
  fix: [
    'round tax once, not per line',
    'no empty page after logging out',
    'keep umlauts in file names',
    'wrong total when a voucher is removed',
    'time zone of reminders',
    'crash on an empty search',
    'double mail after a retry',
    'focus stays in the dialogue',
    'broken link in the footer',
  ],
  docs: ['how to run a backup', 'explain the price rules', 'list of error messages', 'new screenshots'],
  perf: ['load pictures when they come into view', 'one query instead of twelve'],
  refactor: ['split the order module', 'one name for one thing'],
  chore: ['update the lock file', 'remove unused icons', 'new linter'],
  test: ['cover the refund path'],
} as const

/** commits.txt: 30 lines as a log of a project prints them, some with a scope, one of them a breaking change. */
export default function make(random: Random): Files {
  const types = Object.keys(subjects) as (keyof typeof subjects)[]
  const breaking = random.int(0, subjects.feat.length - 1)
  const lines = types.flatMap((type) =>
    subjects[type].map((subject, i) => {
      const scope = random.next() < 0.5 ? `(${random.pick(scopes)})` : ''
      return `${type}${scope}${type === 'feat' && i === breaking ? '!' : ''}: ${subject}`
    }),
  )
  const mixed = lines.map((line) => ({ line, at: random.next() })).sort((a, b) => a.at - b.at)
  return filesOf({ 'commits.txt': `${mixed.map(({ line }) => line).join('\n')}\n` })
}
