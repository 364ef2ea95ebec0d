import { fail } from '@lawbook/base'
import { parse, randomLCG, type Spec, setRandom, View } from 'vega'
import { compile, type TopLevelSpec } from 'vega-lite'
import { registerFonts } from './fonts.ts'

/**
 * Compile a Vega-Lite spec and run it to a finished scene. Any warning of Vega-Lite or Vega is an error: LB_FIGURE.
 * `amend` may add marks to the compiled spec.
 */
export async function runView(
  spec: TopLevelSpec,
  where: string,
  amend: (compiled: Spec) => Spec = (same) => same,
): Promise<View> {
  registerFonts()
  setRandom(randomLCG(1))
  const logger = strictLogger(where)
  const compiled = amend(solidSymbols(compile(spec, { logger }).spec))
  const view = new View(parse(compiled), { renderer: 'none', logger })
  await view.runAsync()
  return view
}

/** Legends that show shapes do not dash their outlines, which would deform them; Vega-Lite has no setting for it. */
function solidSymbols(compiled: Spec): Spec {
  const legends = compiled.legends?.map(({ strokeDash, ...legend }) =>
    legend.shape === undefined && strokeDash !== undefined ? { ...legend, strokeDash } : legend,
  )
  return legends === undefined ? compiled : { ...compiled, legends }
}

/** A logger that turns the first warning or error into LB_FIGURE. */
function strictLogger(where: string) {
  const refuse = (...words: readonly unknown[]): never =>
    fail('LB_FIGURE', `figure ${where} does not compile cleanly: ${words.map(String).join(' ')}`, { figure: where })
  const logger = {
    level: () => logger,
    error: refuse,
    warn: refuse,
    info: () => logger,
    debug: () => logger,
  }
  return logger as never
}
