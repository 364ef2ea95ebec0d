import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, near, tableOf, textOf } from '../../../../../kit/verify.ts'

const columns = ['gross', 'pension', 'health', 'tax', 'garnish', 'advance', 'payout', 'carry']
const holds = (after: Files, employee: string, expected: readonly number[]): void => {
  const row = tableOf(after, 'net.csv', ['employee', ...columns]).find((one) => one.employee === employee)
  for (const [i, column] of columns.entries()) near(row?.[column], expected[i]!)
}
const element = (text: string, name: string): string =>
  new RegExp(`<${name}>\\s*([^<]*?)\\s*</${name}>`).exec(text)?.[1] ?? ''
const payments = (after: Files): string[] =>
  textOf(after, 'payments.xml')
    .split('<payment>')
    .slice(1)
    .map(
      (text) =>
        `${element(text, 'to')} ${element(text, 'name')} ${Number(element(text, 'amount') || 'none').toFixed(2)}`,
    )

const verifier: Verifier = [
  {
    id: 'bonus-and-advance',
    weight: 3,
    test: ({ after }) => holds(after, 'H1', [3350.5, 311.6, 264.69, 354.84, 0, 300, 2119.37, 0]),
  },
  {
    id: 'pension-ceiling',
    weight: 3,
    test: ({ after }) => holds(after, 'H2', [7912.35, 651, 625.08, 1127.25, 0, 0, 5509.02, 0]),
  },
  {
    id: 'protected-minimum',
    weight: 3,
    test: ({ after }) => holds(after, 'H3', [1700, 158.1, 134.3, 0, 7.6, 0, 1400, 0]),
  },
  {
    id: 'advance-carried-over',
    weight: 3,
    test: ({ after }) => holds(after, 'H4', [900, 83.7, 71.1, 0, 0, 745.2, 0, 204.8]),
  },
  {
    id: 'payments',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(payments(after).sort(), [
        'ACC-0001-77 Ines Dahl 2119.37',
        'ACC-0002-54 Oz Perl 5509.02',
        'ACC-0003-31 Tom Rix 1400.00',
      ]),
  },
  {
    id: 'payment-head',
    weight: 2,
    test: ({ after }) => {
      const head = /<payments\s([^>]*)>/.exec(textOf(after, 'payments.xml'))?.[1] ?? ''
      const attribute = (name: string): string | undefined => new RegExp(`${name}=["']([^"']*)["']`).exec(head)?.[1]
      assert.equal(attribute('date'), '2026-08-28')
      near(attribute('count'), 3)
      near(attribute('sum'), 9028.39)
    },
  },
  {
    id: 'well-formed-subject',
    weight: 2,
    test: ({ after }) => {
      const subjects = textOf(after, 'payments.xml').match(/<subject>.*?<\/subject>/gs) ?? []
      assert.equal(subjects.length, 3)
      for (const subject of subjects)
        assert.match(
          subject,
          /^<subject>\s*(Wages (&amp;|&#38;|&#x26;) bonus 2026-08|<!\[CDATA\[Wages & bonus 2026-08\]\]>)\s*<\/subject>$/,
        )
    },
  },
  {
    id: 'posting',
    weight: 4,
    test: ({ after }) => {
      const number = (cell: string | undefined): string => Number(cell || '0').toFixed(2)
      assert.deepEqual(
        tableOf(after, 'journal.csv', ['account', 'debit', 'credit'])
          .map(({ account, debit, credit }) => `${account} ${number(debit)} ${number(credit)}`)
          .sort(),
        [
          '1200 0.00 9028.39',
          '1530 0.00 1045.20',
          '3730 0.00 1482.09',
          '3740 0.00 1204.40',
          '3741 0.00 1095.17',
          '3745 0.00 7.60',
          '6000 13862.85 0.00',
        ],
      )
    },
  },
]
export default verifier
