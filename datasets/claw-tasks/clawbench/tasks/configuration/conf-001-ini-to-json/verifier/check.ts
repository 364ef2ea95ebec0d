import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, untouched } from '../../../../../kit/verify.ts'

type Settings = { name: unknown; colour: unknown; server: Record<string, unknown>; paths: Record<string, unknown> }
const settings = (after: Files) => jsonOf<Settings>(after, 'settings.json')

const verifier: Verifier = [
  {
    id: 'structure',
    weight: 3,
    test: ({ after }) => {
      assert.deepEqual(Object.keys(settings(after)).sort(), ['colour', 'name', 'paths', 'server'])
      assert.deepEqual(Object.keys(settings(after).server).sort(), [
        'debug',
        'host',
        'limits',
        'motto',
        'port',
        'tls',
        'workers',
      ])
    },
  },
  {
    id: 'numbers',
    weight: 2,
    test: ({ after }) => {
      assert.deepEqual(settings(after).server.limits, { rate: 2.5, burst: -4, window: '1e3' })
      assert.equal(settings(after).server.workers, '08')
    },
  },
  { id: 'later-wins', weight: 2, test: ({ after }) => assert.equal(settings(after).server.port, 9090) },
  {
    id: 'booleans',
    weight: 2,
    test: ({ after }) => assert.deepEqual([settings(after).server.tls, settings(after).server.debug], [true, false]),
  },
  {
    id: 'comments-and-texts',
    weight: 2,
    test: ({ after }) => {
      const { name, colour, server } = settings(after)
      assert.deepEqual([name, colour, server.host, server.motto], ['Till 7', '#fff', '0.0.0.0', 'rain; or shine'])
    },
  },
  {
    id: 'lists',
    weight: 2,
    test: ({ after }) =>
      assert.deepEqual(settings(after).paths, {
        roots: ['/srv/a', '/srv/b', '/srv/c'],
        home: '',
        quoted: 'no, 12',
        retries: [1, 0, false],
      }),
  },
  {
    id: 'ini-kept',
    weight: 1,
    test: ({ before, after }) => {
      settings(after)
      untouched({ before, after })
    },
  },
]
export default verifier
