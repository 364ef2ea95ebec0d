import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Json, prettyJson, readText } from '@lawbook/base'
import { readResult } from '@lawbook/schemas'
import { expect, test } from 'vitest'
import { referenceFrom } from '../reference/derive.ts'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const committed = at('../../../figures/skills-size-forecast')

test('the shipped reference is what the committed result of skills-size-forecast says', async ({ skip }) => {
  skip(!existsSync(committed), 'figures/skills-size-forecast is not there yet; run the experiment and collect it')
  const { tables } = await readResult(committed)
  const derived = prettyJson(referenceFrom(tables) as unknown as Json)
  expect(await readText(at('../reference/reference.json'))).toBe(derived)
})
