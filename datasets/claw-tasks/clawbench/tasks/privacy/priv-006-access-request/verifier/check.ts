import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, near, textOf, untouched } from '../../../../../kit/verify.ts'

type Answer = {
  accounts: unknown[]
  orders: Record<string, unknown>[]
  orders_total: unknown
  tickets: { id: string; messages: { from: string; text: string }[] }[]
  withheld: unknown
  mentioned_in: unknown[]
}
const answer = (files: Files): Answer => jsonOf<Answer>(files, 'answer.json')

const verifier: Verifier = [
  {
    id: 'accounts',
    weight: 4,
    test: ({ after }) => assert.deepEqual(answer(after).accounts?.map(String), ['11', '14', '27']),
  },
  {
    id: 'orders',
    weight: 3,
    test: ({ after }) => {
      const { orders } = answer(after)
      assert.equal(
        orders?.map((row) => `${row.order_id} ${row.placed}`).join(),
        '504 2024-03-01,501 2024-03-02,503 2025-12-24',
      )
      for (const [at, total] of [5.05, 49.9, 110.1].entries()) near(orders[at]!.total, total)
      near(answer(after).orders_total, 165.05)
    },
  },
  {
    id: 'others-hidden',
    weight: 4,
    test: ({ after }) => {
      assert.ok(answer(after).tickets?.length > 0)
      assert.doesNotMatch(textOf(after, 'answer.json'), /jon faber|jon\.faber|other\.mara/i)
    },
  },
  {
    id: 'tickets',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(
        answer(after).tickets?.map(({ id, messages }) => [id, ...messages.map(({ from, text }) => `${from}: ${text}`)]),
        [
          [
            'T-7',
            'customer: My neighbour [other person] took the parcel, write to [other person].',
            'agent: Thank you, Mara Lindqvist. We asked [other person].',
          ],
          ['T-12', 'agent: Is [other person] you as well?', 'customer: No. Write to ml@work.example.'],
          ['T-21', 'customer: I am Mara Faber now.'],
        ],
      ),
  },
  {
    id: 'notes-withheld',
    weight: 2,
    test: ({ after }) => {
      near(answer(after).withheld, 2)
      assert.doesNotMatch(textOf(after, 'answer.json'), /annoyed|surname/)
    },
  },
  { id: 'mentions', weight: 2, test: ({ after }) => assert.deepEqual(answer(after).mentioned_in, ['T-9']) },
  {
    id: 'sources-kept',
    weight: 1,
    test: ({ before, after }) => {
      answer(after)
      untouched({ before, after })
    },
  },
]
export default verifier
