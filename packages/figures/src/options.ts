import { parseArgs } from 'node:util'
import { fail } from '@lawbook/base'
import { type Preset, presets } from './theme/presets.ts'
import type { FontStyle } from './theme/theme.ts'

export type Options = {
  readonly preset: Preset
  readonly font: FontStyle
  readonly only: string | undefined
  readonly out: string | undefined
}

/** The options of `lawbook-figures`. Throws LB_USAGE; another look needs `--out`, since results have one look only. */
export function readOptions(argv: readonly string[]): Options {
  const { preset, font, only, out } = parse(argv)
  if ((preset ?? font) !== undefined && out === undefined)
    fail('LB_USAGE', '--preset and --font need --out <folder>: results/figures hold the default look')
  return {
    preset: oneOf('--preset', preset ?? 'neurips', Object.keys(presets) as Preset[]),
    font: oneOf('--font', font ?? 'sans', ['sans', 'serif']),
    only,
    out,
  }
}

function parse(argv: readonly string[]) {
  const text = { type: 'string' } as const
  try {
    return parseArgs({ args: [...argv], options: { preset: text, font: text, only: text, out: text } }).values
  } catch (cause) {
    return fail('LB_USAGE', `${(cause as Error).message}; allowed: --preset, --font, --only, --out`, {}, cause)
  }
}

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  return (
    allowed.find((word) => word === value) ??
    fail('LB_USAGE', `${option} is "${value}"; allowed: ${allowed.join(', ')}`)
  )
}
