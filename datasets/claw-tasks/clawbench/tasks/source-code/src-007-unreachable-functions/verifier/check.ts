import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, near, untouched } from '../../../../../kit/verify.ts'

const dead = (files: Files): string[] => {
  const list = jsonOf(files, 'report.json').dead
  assert.ok(Array.isArray(list), 'dead is no list')
  return list as string[]
}

const verifier: Verifier = [
  { id: 'functions-counted', weight: 1, test: ({ after }) => near(jsonOf(after, 'report.json').functions, 17) },
  {
    id: 'plainly-dead',
    weight: 3,
    test: ({ after }) => {
      for (const name of ['app.spare', 'model.age', 'report.upper']) assert.ok(dead(after).includes(name), name)
    },
  },
  {
    id: 'dead-together',
    weight: 3,
    test: ({ after }) => {
      for (const name of ['store.save', 'store.backup', 'report.shout', 'report.loud'])
        assert.ok(dead(after).includes(name), name)
    },
  },
  {
    id: 'same-name-kept-apart',
    weight: 3,
    test: ({ after }) => {
      assert.ok(dead(after).includes('app.load'), 'app.load is dead')
      assert.ok(!dead(after).includes('store.load'), 'store.load is alive')
    },
  },
  {
    id: 'whole-list',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(dead(after), [
        'app.load',
        'app.spare',
        'model.age',
        'report.loud',
        'report.shout',
        'report.upper',
        'store.backup',
        'store.save',
      ]),
  },
  { id: 'lines-added-up', weight: 2, test: ({ after }) => near(jsonOf(after, 'report.json').dead_lines, 20) },
  {
    id: 'sources-kept',
    weight: 1,
    test: ({ before, after }) => {
      dead(after)
      untouched({ before, after })
    },
  },
]
export default verifier
