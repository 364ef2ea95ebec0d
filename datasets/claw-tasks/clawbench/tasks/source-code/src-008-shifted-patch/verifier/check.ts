import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, textOf, untouched } from '../../../../../kit/verify.ts'

const meter = (files: Files): string[] => textOf(files, 'patched/src/meter.go').trimEnd().split('\n')
const patched = `package meter

// Read returns the level in litres.
func Read(raw int) int {
	if raw < 0 {
		return 0
	}
	return raw * Scale
}

// Room returns what still fits.
func Room(raw int) int {
	if raw < 0 {
		return 0
	}
	return Full - raw*2
}

// Rest returns the days until the tank is empty.
func Rest(raw, daily int) int {
	if raw < 0 {
		return -1
	}
	return raw * Scale / daily
}

// Low says whether somebody has to order.
func Low(raw int) bool { return Read(raw) < Warn }`.split('\n')
const units = `package meter

// Full is the size of the tank in litres.
const Full = 900

// Scale turns a raw reading into litres.
const Scale = 2

// Warn is the level at which somebody has to order.
const Warn = 120
const Stop = 40`

const verifier: Verifier = [
  {
    id: 'hunk-in-place',
    weight: 1,
    test: ({ after }) => assert.deepEqual(meter(after).slice(0, 10), patched.slice(0, 10)),
  },
  {
    id: 'nearest-place',
    weight: 4,
    test: ({ after }) => assert.deepEqual(meter(after).slice(10, 22), patched.slice(10, 22)),
  },
  {
    id: 'lines-added',
    weight: 2,
    test: ({ after }) => assert.deepEqual(meter(after).slice(22), patched.slice(22)),
  },
  {
    id: 'one-rejected-rest-in',
    weight: 3,
    test: ({ after }) => assert.equal(textOf(after, 'patched/src/units.go').trimEnd(), units),
  },
  {
    id: 'no-other-files',
    weight: 2,
    test: ({ after }) => {
      const made = [...after.keys()].filter((name) => name.startsWith('patched/')).sort()
      assert.deepEqual(made, ['patched/src/meter.go', 'patched/src/units.go'])
    },
  },
  {
    id: 'report',
    weight: 3,
    test: ({ after }) => {
      const rows = jsonOf<Record<string, unknown>[]>(after, 'patch_report.json')
      assert.deepEqual(
        rows.map((row) => [row.file, row.hunk, row.result, row.line].join(' ')),
        [
          'src/meter.go 1 applied 5',
          'src/meter.go 2 moved 21',
          'src/meter.go 3 moved 24',
          'src/units.go 1 rejected 0',
          'src/units.go 2 applied 6',
          'src/units.go 3 moved 10',
          'src/alarm.go 1 rejected 0',
          'src/log.go 1 rejected 0',
        ],
      )
    },
  },
  {
    id: 'sources-kept',
    weight: 1,
    test: ({ before, after }) => {
      textOf(after, 'patch_report.json')
      untouched({ before, after })
    },
  },
]
export default verifier
