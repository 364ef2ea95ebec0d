import type { DataHandle } from '@lawbook/experiment'

/**
 * One number as a source prints it. `rounded` numbers stand for everything within half a unit of their last digit;
 * `exact` ones (counts, definitions) for themselves.
 */
export type Printed = {
  readonly symbol: string
  readonly digits: string
  readonly precision: 'rounded' | 'exact'
  readonly meaning: string
  readonly where: string
  readonly source: 'abstract' | 'paper, through an extract' | 'authors' | 'secondary'
}

const code = 'github.com/evolvent-ai/skill-laws at 0b702a0'

function rounded(symbol: string, digits: string, meaning: string, where: string, source: Printed['source']): Printed {
  return { symbol, digits, precision: 'rounded', meaning, where, source }
}
function exact(symbol: string, digits: string, meaning: string, where: string, source: Printed['source']): Printed {
  return { symbol, digits, precision: 'exact', meaning, where, source }
}

const extract = 'paper, through an extract'

/** Every number of arXiv 2605.16508 and its code that the checks use: the only place where they are typed. */
export const printed: readonly Printed[] = [
  rounded('a', '0.834', 'intercept of the mean routing law a - b ln N', `${code}, F02 constants`, 'authors'),
  rounded('b', '0.042', 'slope of the mean routing law a - b ln N', `${code}, F02 constants`, 'authors'),
  rounded('gamma', '1.41', 'mean compression exponent', `${code}, F02 constants`, 'authors'),
  rounded('gamma-slope', '6.7', 'slope of the rule gamma = 6.7 b + 1.09', 'p.5', extract),
  rounded('gamma-intercept', '1.09', 'intercept of the rule gamma = 6.7 b + 1.09', 'p.5', extract),
  rounded('points-per-doubling', '3', 'accuracy lost per doubling of the library, points', 'p.5', extract),
  exact('r2-line', '0.97', 'R² that every model exceeds', 'abstract', 'abstract'),
  exact('models', '15', 'models in the routing study', 'abstract', 'abstract'),
  exact('skills', '1,141', 'skills in the library', 'abstract', 'abstract'),
  exact('pairs', '68', 'ordered pairs of the execution audit', 'p.38', extract),
  exact('qualities', '4', 'upstream qualities: perfect, degraded, noisy, wrong', `${code}, F11`, 'authors'),
  exact('trials', '8', 'trials of the execution audit', `${code}, F11`, 'authors'),
  exact('audit-models', '11', 'models of the execution and gap audits', 'p.38', extract),
  exact('scored-rows', '23,739', 'scored rows of the execution audit', 'p.38', extract),
  rounded('audit-tight', '−7.2', 'wrong upstream state, tight pairs, %', 'p.38', extract),
  rounded('audit-loose', '2.8', 'wrong upstream state, loose pairs, %', 'p.38', extract),
  rounded('audit-independent', '−0.8', 'wrong upstream state, independent pairs, %', 'p.38', extract),
  rounded(
    'figure-tight',
    '15',
    'loss of tight pairs from perfect to wrong upstream, % (a lower bound)',
    'p.9, Fig. 6(b)',
    extract,
  ),
  rounded('figure-loose', '2.8', 'gain of loose pairs from perfect to wrong upstream, %', 'p.9, Fig. 6(b)', extract),
  rounded('loss', '0.072', 'loss per unit of coupling in law 11', 'p.18, law 11', extract),
  rounded('repair', '0.028', 'gain without coupling in law 11', 'p.18, law 11', extract),
  rounded('critical-coupling', '0.28', 'coupling above which law 11 is negative', 'p.25, Prop. 5', extract),
  exact(
    'independent-weight',
    '0.1',
    'coupling weight of an independent edge',
    `${code}, pipeline fragility`,
    'authors',
  ),
  rounded('drag', '0.0775', 'drag of a zero capability gap in law 12', 'p.9, Eq. 4', extract),
  rounded('drag-slope', '0.31', 'slope of the weak-tie branch of law 12', 'p.9, Eq. 4', extract),
  rounded('critical-gap', '0.25', 'gap at which the branches of law 12 meet', 'p.9, Eq. 4', extract),
  rounded('tow', '0.265', 'ceiling of the strong-tie branch of law 12', 'p.9, Eq. 4', extract),
  rounded('tow-scale', '0.12', 'scale of the strong-tie branch of law 12', 'p.9, Eq. 4', extract),
  exact('small-gap-limit', '0.10', 'largest small gap', `${code}, F12 regimes`, 'authors'),
  exact('large-gap-limit', '0.30', 'smallest large gap', `${code}, F12 regimes`, 'authors'),
  rounded('small-gap-synergy', '1.5', 'synergy of small-gap pairs, %', 'p.38', extract),
  rounded('small-gap-spread', '3.4', 'printed ± of the small-gap synergy, meaning not known, %', 'p.38', extract),
  rounded('large-gap-synergy', '25.2', 'synergy of large-gap pairs, %', 'p.38', extract),
  rounded('large-gap-spread', '11.6', 'printed ± of the large-gap synergy, meaning not known, %', 'p.38', extract),
  exact('gap-summaries', '253', 'model-pair summaries of the gap audit', 'p.38', extract),
  rounded('accuracy-before', '71.3', 'held-out routing accuracy before optimisation, %', 'abstract', 'abstract'),
  rounded('accuracy-after', '91.7', 'held-out routing accuracy after optimisation, %', 'abstract', 'abstract'),
  rounded('hijack-before', '22.4', 'hijack rate before optimisation, %', 'abstract', 'abstract'),
  rounded('hijack-after', '4.1', 'hijack rate after optimisation, %', 'abstract', 'abstract'),
  rounded('boundary-share', '12.8', 'gain from boundary rewriting, points', 'a research note', 'secondary'),
  rounded('removal-share', '4.9', 'gain from removing abstract skills, points', 'a research note', 'secondary'),
  rounded(
    'rescue',
    '4',
    'factor by which correct execution improves difficult decisions (about)',
    'abstract',
    'abstract',
  ),
]

/** The printed numbers as a data handle, so that a planted table can stand in for them. */
export const printedNumbers: DataHandle<readonly Printed[]> = { id: 'printed', load: async () => printed }
