import { test } from 'vitest'
import { laws as all } from '../../src/laws/index.ts'
import { reaches } from '../golden/agreement.ts'
import { laws as golden } from '../golden/laws.ts'

test.each(all.map(({ id }) => id))('%s: noisy points have the least-squares fit found in high precision', (id) =>
  reaches(golden, `fitLaw, ${id}`, 10),
)

test('and its standard errors', () => reaches(golden, 'uncertainty', 10))

test('and, for some, its profile intervals', () => reaches(golden, 'profileInterval', 5.5))
