import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, near, tableOf, untouched } from '../../../../../kit/verify.ts'

const timeline = (after: Files) => tableOf(after, 'timeline.csv', ['time', 'source', 'request', 'event'])
const requests = (after: Files) => tableOf(after, 'requests.csv', ['request', 'state', 'duration_ms', 'slowest'])
const request = (after: Files, id: string) => {
  const row = requests(after).find((one) => one.request === id)
  assert.ok(row, `no row for ${id}`)
  return row
}
const story = [
  '00.000 front a1 received',
  '00.050 queue a1 queued',
  '00.100 front a2 received',
  '00.150 queue a2 queued',
  '01.250 worker a1 started',
  '01.300 worker a2 started',
  '02.100 worker a1 stored',
  '02.500 front a1 done',
  '03.000 front a3 received',
  '03.000 queue a3 queued',
  '03.400 worker a3 started',
  '05.000 front a3 done',
]

const verifier: Verifier = [
  {
    id: 'order',
    weight: 4,
    test: ({ after }) =>
      assert.deepEqual(
        timeline(after).map((row) => `${row.source} ${row.request} ${row.event}`),
        story.map((line) => line.slice(7)),
      ),
  },
  {
    id: 'true-times',
    weight: 4,
    test: ({ after }) => {
      for (const line of story) {
        const row = timeline(after).find((one) => `${one.source} ${one.request} ${one.event}` === line.slice(7))
        assert.equal(row?.time, `2026-07-06T08:00:${line.slice(0, 6)}Z`)
      }
    },
  },
  {
    id: 'first-request',
    weight: 2,
    test: ({ after }) => {
      near(request(after, 'a1').duration_ms, 2500)
      assert.deepEqual([request(after, 'a1').state, request(after, 'a1').slowest], ['complete', 'started'])
    },
  },
  {
    id: 'unfinished-request',
    weight: 2,
    test: ({ after }) => {
      const { state, duration_ms, slowest } = request(after, 'a2')
      assert.deepEqual([state, duration_ms, slowest], ['incomplete', '', ''])
    },
  },
  {
    id: 'last-request',
    weight: 2,
    test: ({ after }) => {
      near(request(after, 'a3').duration_ms, 2000)
      assert.equal(request(after, 'a3').slowest, 'done')
    },
  },
  {
    id: 'requests-and-states',
    weight: 2,
    test: ({ after }) =>
      assert.deepEqual(
        requests(after).map((row) => `${row.request} ${row.state}`),
        ['a1 complete', 'a2 incomplete', 'a3 complete'],
      ),
  },
  {
    id: 'logs-kept',
    weight: 1,
    test: ({ before, after }) => {
      timeline(after)
      untouched({ before, after })
    },
  },
]
export default verifier
