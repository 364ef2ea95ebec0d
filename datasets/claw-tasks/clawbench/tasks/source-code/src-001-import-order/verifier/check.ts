import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, textOf, untouched } from '../../../../../kit/verify.ts'

const lines = (files: Files): string[] => textOf(files, 'module_new.py').split('\n')
const top = (files: Files): string[] => {
  const all = lines(files)
  return all.slice(0, all.indexOf('LIMIT = 40')).filter((line) => /^(import|from) /.test(line))
}

const verifier: Verifier = [
  {
    id: 'plain-imports',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(
        top(after).filter((line) => line.startsWith('import ')),
        ['import json', 'import numpy as np', 'import os', 'import requests', 'import sys'],
      ),
  },
  {
    id: 'from-imports',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(
        top(after).filter((line) => /^from [^.]/.test(line)),
        [
          'from collections import OrderedDict, defaultdict, deque',
          'from depot import board, clock',
          'from requests.adapters import HTTPAdapter',
        ],
      ),
  },
  {
    id: 'relative-imports',
    weight: 2,
    test: ({ after }) =>
      assert.deepEqual(
        top(after).filter((line) => line.startsWith('from .')),
        ['from . import settings', 'from .labels import make_label'],
      ),
  },
  {
    id: 'groups-apart',
    weight: 2,
    test: ({ after }) => {
      const head = lines(after).slice(0, 18)
      assert.deepEqual(
        head.map((line) => (line === '' ? '' : line.replace(/ .*/, ''))),
        [
          ...['"""Post', '#', '', 'import', 'import', 'import', 'import', 'import', '', 'from', 'from', 'from'],
          ...['', 'from', 'from', '', 'LIMIT', ''],
        ],
      )
    },
  },
  {
    id: 'code-kept',
    weight: 2,
    test: ({ before, after }) => {
      const rest = (text: string): string => text.slice(text.indexOf('LIMIT = 40')).trimEnd()
      assert.equal(rest(textOf(after, 'module_new.py')), rest(textOf(before, 'module.py')))
    },
  },
  {
    id: 'input-kept',
    weight: 1,
    test: ({ before, after }) => {
      textOf(after, 'module_new.py')
      untouched({ before, after })
    },
  },
]
export default verifier
