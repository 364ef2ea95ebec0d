import { fail } from '@lawbook/base'
import { type Law, lawById } from '@lawbook/estimators'

/** The options of `fit`, as data: help and parsing are made from it. */
export const fitOptions = {
  x: { type: 'string', value: '<column>', help: 'the column of sizes; guessed where only two columns hold numbers' },
  y: { type: 'string', value: '<column>', help: 'the column of what was measured, such as accuracies in [0, 1]' },
  n: {
    type: 'string',
    value: '<column>',
    help: 'the trials behind each y, a share: weights, and information criteria',
  },
  se: { type: 'string', value: '<column>', help: 'the standard error of each y: weights 1 / se²' },
  percent: { type: 'boolean', help: 'y, and its standard error, are in percent' },
  laws: { type: 'string', value: '<id,...>', help: 'only these laws; default all that the data can be held against' },
  'hold-out': {
    type: 'string',
    value: 'largest:<k>',
    help: 'predict the k largest sizes from the others; default a fifth of the sizes, at least 1',
  },
  csv: { type: 'string', value: '<file>', help: 'write x, y, law, fitted, low, high, residual of every point and law' },
  figure: { type: 'string', value: '<file>', help: 'write a Vega-Lite spec, its data inside' },
  latex: { type: 'string', value: '<file>', help: 'write the numbers as LaTeX macros' },
} as const

export type FitValues = Readonly<Record<string, string | boolean | string[] | undefined>>

/** What a call of `fit` asks for, checked. Paths are as they were typed. */
type FitWanted = {
  readonly file: string
  readonly columns: { readonly [part in 'x' | 'y' | 'n' | 'se']: string | undefined } & { readonly percent: boolean }
  readonly laws: readonly Law[] | undefined
  readonly holdOut: number | undefined
  readonly csv: string | undefined
  readonly figure: string | undefined
  readonly latex: string | undefined
  readonly json: boolean
}

/** A call as what it asks for; LB_USAGE for what cannot be meant, LB_DANGLING for a law that there is not. */
export function fitWanted(positionals: readonly string[], options: FitValues): FitWanted {
  const [file] = positionals
  if (file === undefined || positionals.length > 1)
    fail('LB_USAGE', `fit takes one CSV file and got ${positionals.length}; e.g. fit curve.csv --x N --y accuracy`)
  const text = (name: keyof typeof fitOptions): string | undefined => {
    const value = options[name]
    if (value === '') fail('LB_USAGE', `--${name} is empty; give ${(fitOptions[name] as { value?: string }).value}`)
    return typeof value === 'string' ? value : undefined
  }
  return {
    file,
    columns: { ...{ x: text('x'), y: text('y'), n: text('n'), se: text('se') }, percent: options.percent === true },
    laws: lawsOf(text('laws')),
    holdOut: holdOutOf(text('hold-out')),
    ...{ csv: text('csv'), figure: text('figure'), latex: text('latex'), json: options.json === true },
  }
}

function lawsOf(text: string | undefined): Law[] | undefined {
  if (text === undefined) return undefined
  const ids = text.split(',').map((id) => id.trim())
  return [...new Set(ids)].map(lawById)
}

function holdOutOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const k = /^largest:([1-9]\d{0,5})$/.exec(text)?.[1]
  return k === undefined
    ? fail('LB_USAGE', `--hold-out ${text} is not known; give largest:<k>, e.g. largest:2`)
    : Number(k)
}
