import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, tableOf, textOf, untouched } from '../../../../../kit/verify.ts'

type Ticket = { id: string; person_id: string; closed: string; messages: { text: string }[] }
const tickets = (files: Files): Ticket[] => jsonOf<Ticket[]>(files, 'after/tickets.json')
const part = (files: Files, name: string): unknown => jsonOf(files, 'answer.json')[name]

const verifier: Verifier = [
  {
    id: 'accounts-left',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(
        tableOf(after, 'after/people.csv', ['person_id', 'name', 'email', 'born']).map(
          (row) => `${row.person_id} ${row.email}`,
        ),
        ['32 tomas@old.example', '33 tb@other.example', '34 pia@lund.example', '35 T.Brekke@mail.example'],
      ),
  },
  {
    id: 'orders-left',
    weight: 4,
    test: ({ after }) =>
      assert.deepEqual(
        tableOf(after, 'after/orders.csv', ['order_id', 'person_id', 'placed', 'total', 'paid_on']).map((row) =>
          [row.order_id, row.person_id, row.placed, Number(row.total), row.paid_on].join(' '),
        ),
        [
          '601 erased 2020-12-31 10 2021-01-03',
          '603 32 2026-08-08 30 ',
          '604 33 2018-04-04 15 2018-04-05',
          '605 erased 2026-01-10 7.5 2026-01-10',
          '606 34 2017-09-09 8 ',
          '607 erased 2020-01-01 3.2 2020-01-01',
        ],
      ),
  },
  {
    id: 'tickets-left',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(
        tickets(after).map((one) => `${one.id} ${one.person_id} ${one.closed}`.trim()),
        ['K-2 35', 'K-3 34 2025-05-09', 'K-4 33 2025-05-11'],
      ),
  },
  {
    id: 'mentions-masked',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(
        tickets(after).flatMap((one) => one.messages.map(({ text }) => text)),
        [
          'Still broken. Tomas Brekke',
          '[erased] has my drill; [erased] says tb@other.example has it.',
          'We asked [erased] ([erased]).',
          'The drill of Pia Lund, please.',
        ],
      ),
  },
  {
    id: 'accounts-accounted',
    weight: 2,
    test: ({ after }) => assert.deepEqual(part(after, 'accounts'), { deleted: ['31'], kept: ['32', '35'] }),
  },
  {
    id: 'orders-accounted',
    weight: 2,
    test: ({ after }) =>
      assert.deepEqual(part(after, 'orders'), {
        deleted: ['602'],
        kept: ['603'],
        anonymised: [
          { order_id: '601', until: '2026-12-31' },
          { order_id: '605', until: '2032-12-31' },
          { order_id: '607', until: '2026-12-31' },
        ],
      }),
  },
  {
    id: 'tickets-accounted',
    weight: 2,
    test: ({ after }) =>
      assert.deepEqual(part(after, 'tickets'), { deleted: ['K-1', 'K-5'], kept: ['K-2'], masked: ['K-3'] }),
  },
  {
    id: 'originals-kept',
    weight: 1,
    test: ({ before, after }) => {
      textOf(after, 'answer.json')
      untouched({ before, after })
    },
  },
]
export default verifier
