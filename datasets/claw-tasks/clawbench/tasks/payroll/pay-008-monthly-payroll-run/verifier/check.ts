import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, near, tableOf, textOf } from '../../../../../kit/verify.ts'

const columns = ['gross', 'pension', 'health', 'tax', 'garnish', 'advance', 'payout', 'carry']
const holds = (after: Files, employee: string, expected: readonly number[]): void => {
  const row = tableOf(after, 'net.csv', ['employee', ...columns]).find((one) => one.employee === employee)
  for (const [i, column] of columns.entries()) near(row?.[column], expected[i]!)
}
type Element = { name: string; text: string; children: Element[] }
const inText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
/** The elements of payments.xml, CDATA as escaped text; that a tag is not closed is a failure. */
function rootOf(after: Files): Element {
  const xml = textOf(after, 'payments.xml')
    .replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, '')
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, text: string) => inText(text))
  const open: Element[] = [{ name: '', text: '', children: [] }]
  for (const [whole, end, name, rest] of xml.matchAll(/<(\/?)([\w.-]+)([^<>]*)>|[^<]+|</g)) {
    const inner = open.at(-1)!
    assert.ok(whole !== '<', 'payments.xml has a < that opens no tag')
    if (name === undefined) inner.text += whole
    else if (end === '/') {
      assert.equal(name, inner.name, `payments.xml closes ${name} where ${inner.name} is open`)
      open.pop()
    } else {
      const element: Element = { name, text: '', children: [] }
      inner.children.push(element)
      if (!rest!.endsWith('/')) open.push(element)
    }
  }
  assert.equal(open.length, 1, `payments.xml does not close ${open.at(-1)!.name}`)
  const [root, ...others] = open[0]!.children
  assert.ok(root?.name === 'payments' && others.length === 0, 'payments.xml is not one payments')
  assert.equal(open[0]!.text.trim(), '', 'payments.xml has text outside of payments')
  return root
}
const child = ({ children }: Element, name: string): string => {
  const found = children.filter((one) => one.name === name)
  assert.equal(found.length, 1, `a payment has ${found.length} ${name}`)
  return found[0]!.text.trim()
}
const payments = (after: Files): Element[] => {
  const { children } = rootOf(after)
  for (const { name } of children) assert.equal(name, 'payment')
  return children
}
const paid = (payment: Element): string =>
  `${child(payment, 'to')} ${child(payment, 'name')} ${Number(child(payment, 'amount') || 'none').toFixed(2)}`

const verifier: Verifier = [
  {
    id: 'everybody-once',
    weight: 1,
    test: ({ after }) =>
      assert.deepEqual(
        tableOf(after, 'net.csv', ['employee', ...columns])
          .map(({ employee }) => employee)
          .sort(),
        ['H1', 'H2', 'H3', 'H4'],
      ),
  },
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
      assert.deepEqual(payments(after).map(paid).sort(), [
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
      assert.equal(payments(after).length, 3)
      for (const payment of payments(after))
        assert.match(child(payment, 'subject'), /^Wages (&amp;|&#38;|&#x26;) bonus 2026-08$/)
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
