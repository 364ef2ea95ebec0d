import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { codes } from '../src/index.ts'

const packages = fileURLToPath(new URL('../..', import.meta.url))

/** The product's own code, as one text: every package's `src` but the catalogue itself. */
const source = readdirSync(packages)
  .flatMap((name) =>
    readdirSync(join(packages, name, 'src'), { recursive: true }).map((file) =>
      join(packages, name, 'src', String(file)),
    ),
  )
  .filter((file) => /\.(ts|js)$/.test(file) && !file.endsWith(join('base', 'src', 'codes.ts')))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')

const named = new Set(source.match(/\bLB_[A-Z_]+\b(?!\.\.\.)/g))

describe.each(Object.entries(codes))('%s', (code, { exit, cause, fix }) => {
  it('says cause and cure in whole sentences and has an exit code of the command line', () => {
    expect(code).toMatch(/^LB_[A-Z]+(_[A-Z]+)*$/)
    expect(cause).toMatch(/^[A-Z].{15,}\.$/s)
    expect(fix).toMatch(/^[A-Z`].{15,}\.$/s)
    expect([1, 2, 3, 4, 5, 6, 130]).toContain(exit)
  })

  it('is raised somewhere', () => expect(named).toContain(code))
})

it('every code that the source names exists', () => {
  expect([...named].filter((code) => !(code in codes))).toEqual([])
})
