import { describe, expect, it } from 'vitest'
import { readOptions } from '../src/options.ts'

describe('readOptions', () => {
  it('has one default look', () => {
    expect(readOptions([])).toEqual({ preset: 'neurips', font: 'sans', only: undefined, out: undefined })
    expect(readOptions(['--out', 'x', '--preset', 'acl'])).toMatchObject({ preset: 'acl', out: 'x' })
  })

  it.each([
    [['--preset', 'icml'], /need --out/],
    [['--out', 'x', '--preset', 'nature'], /--preset is "nature"; allowed: neurips, icml, acl, ieee, slides/],
    [['--dpi', '300'], /'--dpi'.*allowed: --preset/],
  ])('refuses %j', (argv, message) => {
    expect(() => readOptions(argv)).toThrow(message)
  })
})
