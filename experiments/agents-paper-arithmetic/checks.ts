import {
  add,
  type Bounds,
  div,
  exactly,
  exp,
  hull,
  largest,
  ln,
  mean,
  mul,
  neg,
  smallest,
  sub,
  sum,
} from '@lawbook/rounding'
import {
  allChanges,
  architectures,
  benchmarkIds,
  benchmarks,
  growth,
  percent,
  type Read,
  successOn,
  teams,
} from './cells.ts'
import { turnsBy } from './turnLaw.ts'

/** A formula over printed numbers, and the printed number (or line) that it is held against. */
export type Check = {
  readonly id: string
  readonly title: string
  readonly unit: string
  /** The formula in words and symbols. */
  readonly method: string
  readonly formula: (x: Read) => Bounds
  readonly parts?: Readonly<Record<string, (x: Read) => Bounds>>
  readonly alternatives?: readonly {
    readonly choice: string
    readonly option: string
    readonly formula: (x: Read) => Bounds
  }[]
}

const one = exactly(1)
const failure = (x: Read, architecture: string) => sub(one, x(`success-${architecture}`))
const thousand = exactly(1000)

/** Tokens a trial that success and successes per 1,000 tokens imply. */
export const tokensATrial = (x: Read, architecture: string): Bounds =>
  mul(thousand, div(x(`success-${architecture}`), x(`per-thousand-${architecture}`)))

/** The same relative to the single agent: free of the unit in which tokens are counted. */
export const tokenRatio = (x: Read, architecture: string): Bounds =>
  div(tokensATrial(x, architecture), tokensATrial(x, 'single'))

/** Tokens a success relative to the single agent: the budgets of equal performance, and free of the unit as well. */
export const tokensPerSuccessRatio = (x: Read, architecture: string): Bounds =>
  div(x('per-thousand-single'), x(`per-thousand-${architecture}`))

const everyTokens = (x: Read) => Object.keys(architectures).map((name) => tokensATrial(x, name))

/** Standard deviation, dividing by the count; the square of a deviation that may be 0 reaches down to 0. */
function spread(all: readonly Bounds[]): Bounds {
  const centre = mean(all)
  const squares = all.map((value) => {
    const away = sub(value, centre)
    const [lo, hi] = mul(away, away)
    return [away[0] <= 0 && away[1] >= 0 ? 0 : lo, hi] as const
  })
  return exp(mul(exactly(0.5), ln(mean(squares))))
}

/**
 * Mean success of the sixteen cells of teams relative to that of the single agent, less 1, in %. On a benchmark with
 * single-agent success S, printed means P and other changes c, teams gain sum P - S (number of P - sum c) over it: S
 * stands there once, so that its rounding counts once.
 */
function changeOfMeans(x: Read): Bounds {
  const gains = benchmarkIds.map((benchmark) => {
    const withMean: readonly string[] = benchmarks[benchmark].withMean
    const others = teams.filter((team) => !withMean.includes(team))
    const changes = sum(others.map((team) => div(x(`change-${benchmark}-${team}`), percent)))
    const means = sum(withMean.map((team) => x(`mean-${benchmark}-${team}`)))
    return sub(means, mul(x(`mean-${benchmark}-single`), sub(exactly(withMean.length), changes)))
  })
  const single = sum(benchmarkIds.map((benchmark) => x(`mean-${benchmark}-single`)))
  return mul(percent, div(sum(gains), mul(exactly(teams.length), single)))
}

/** A standardized baseline as a success rate: mean success of one agent + z × spread. */
const denormalized = (x: Read, z: Bounds, sd: Bounds): Bounds => add(x('success-single'), mul(z, sd))
const benchmarkSpread = (x: Read) => spread(benchmarkIds.map((benchmark) => successOn(x, benchmark, 'single')))

const efficiencyTerm = (architecture: string) => (x: Read) =>
  mul(mul(x('tools-coefficient'), x('tools')), x(`efficiency-${architecture}`))

/** Every check of one number against another by interval arithmetic. */
export const checks: readonly Check[] = [
  {
    id: 'hybrid-workbench',
    title: 'Success of hybrid teams on WorkBench from their printed change',
    unit: 'success',
    method: 'single-agent success × (1 + change / 100)',
    formula: (x) => mul(x('mean-workbench-single'), growth(x, 'workbench', 'hybrid')),
  },
  {
    id: 'failure-ratio-independent',
    title: 'Failure rate of independent teams relative to the single agent',
    unit: 'ratio',
    method: '(1 - success of independent teams) / (1 - success of the single agent)',
    formula: (x) => div(failure(x, 'independent'), failure(x, 'single')),
    alternatives: [
      {
        choice: 'average',
        option: 'mean of the ratios on the four benchmarks',
        formula: (x) =>
          mean(
            benchmarkIds.map((benchmark) =>
              div(sub(one, successOn(x, benchmark, 'independent')), sub(one, successOn(x, benchmark, 'single'))),
            ),
          ),
      },
      {
        choice: 'team',
        option: 'one that always fails: the largest ratio there can be',
        formula: (x) => div(one, failure(x, 'single')),
      },
    ],
  },
  {
    id: 'token-imbalance',
    title: 'Most tokens a trial over fewest, as successes per 1,000 tokens imply',
    unit: 'ratio',
    method:
      'tokens a trial = 1000 success / successes per 1,000 tokens; largest of the five architectures over smallest',
    formula: (x) => div(largest(everyTokens(x)), smallest(everyTokens(x))),
    parts: Object.fromEntries(teams.map((team) => [team, (x: Read) => tokenRatio(x, team)])),
  },
  {
    id: 'hybrid-token-ratio',
    title: 'Tokens a trial of hybrid teams relative to the single agent, as successes per 1,000 tokens imply',
    unit: 'ratio',
    method: '(success / successes per 1,000 tokens) of hybrid teams over that of the single agent',
    formula: (x) => tokenRatio(x, 'hybrid'),
    alternatives: [
      {
        choice: 'matched performance',
        option: 'tokens a success instead of tokens a trial',
        formula: (x) => tokensPerSuccessRatio(x, 'hybrid'),
      },
    ],
  },
  {
    id: 'turn-law-at-six',
    title: 'Turns of six agents under the turn law',
    unit: 'turns',
    method: '2.72 (n + 0.5)^1.724 at n = 6',
    formula: (x) => turnsBy(x, x('law-size'), x('law-exponent')),
    alternatives: [
      {
        choice: 'exponent',
        option: 'anywhere in its printed 95 % interval',
        formula: (x) => turnsBy(x, x('law-size'), hull(x('law-exponent-low'), x('law-exponent-high'))),
      },
    ],
  },
  {
    id: 'mean-change',
    title: 'Relative change of mean success over the sixteen cells of teams',
    unit: '%',
    method:
      'ratio of means: success averaged over four benchmarks and four kinds of team (single-agent success times the printed change where no mean is printed) over the mean of the four single-agent successes, less 1',
    formula: changeOfMeans,
    alternatives: [
      {
        choice: 'average',
        option: 'mean of ratios: the sixteen printed changes',
        formula: (x) => mean(allChanges(x)),
      },
      {
        choice: 'average',
        option: 'mean of ratios, hybrid teams on BrowseComp-Plus at -100 % instead of Figure 2',
        formula: (x) =>
          div(sub(sum(allChanges(x)), add(x('change-browse-hybrid'), percent)), exactly(allChanges(x).length)),
      },
      {
        choice: 'average',
        option: 'ratio of means, from Table 5',
        formula: (x) => {
          const team = mean(teams.map((name) => x(`success-${name}`)))
          return mul(percent, sub(div(team, x('success-single')), one))
        },
      },
    ],
  },
  {
    id: 'interval-middle',
    title: 'Middle of the interval that is printed around the mean change',
    unit: '%',
    method: '(lower end + upper end) / 2',
    formula: (x) => mean([x('mean-change-low'), x('mean-change-high')]),
  },
  {
    id: 'interval-standard-errors',
    title: 'Half-width of that interval in standard errors of sixteen cells',
    unit: 'standard errors',
    method: '(upper end - lower end) / 2 / (printed standard deviation / sqrt(16))',
    formula: (x) =>
      div(
        div(sub(x('mean-change-high'), x('mean-change-low')), exactly(2)),
        div(x('change-sd'), exactly(Math.sqrt(allChanges(x).length))),
      ),
  },
  {
    id: 'change-spread',
    title: 'Standard deviation of the sixteen printed changes',
    unit: '%',
    method: 'square root of the mean squared deviation',
    formula: (x) => spread(allChanges(x)),
  },
  {
    id: 'configurations',
    title: 'Configurations of the full design',
    unit: 'configurations',
    method: 'architectures × benchmarks × models',
    formula: (x) => mul(mul(x('architectures'), x('benchmarks')), x('models')),
  },
  {
    id: 'instance-runs',
    title: 'Instance runs of the full design',
    unit: 'runs',
    method: 'architectures × models × instances of the four benchmarks',
    formula: (x) =>
      mul(mul(x('architectures'), x('models')), sum(benchmarkIds.map((benchmark) => x(`instances-${benchmark}`)))),
  },
  {
    id: 'threshold-raw',
    title: 'The standardized decision boundary as a success rate',
    unit: 'success',
    method: 'mean single-agent success + z × spread of the four benchmarks',
    formula: (x) => denormalized(x, x('threshold-standardized'), benchmarkSpread(x)),
    alternatives: [
      {
        choice: 'spread of single-agent success',
        option: 'anything from 0 to 0.5, the most a share can have',
        formula: (x) => denormalized(x, x('threshold-standardized'), [0, 0.5]),
      },
      {
        choice: 'coefficient of the number of agents',
        option: 'anywhere in its printed 95 % interval',
        formula: (x) => {
          const agents = hull(x('agents-coefficient-low'), x('agents-coefficient-high'))
          return denormalized(x, div(agents, neg(x('baseline-coefficient'))), benchmarkSpread(x))
        },
      },
    ],
  },
  {
    id: 'efficiency-term-gap',
    title: 'Efficiency term of the single agent less that of a hybrid team, at 16 tools',
    unit: 'predicted success',
    method: 'coefficient × tools × efficiency, single agent minus hybrid team, in raw values as the paper computes it',
    formula: (x) => sub(efficiencyTerm('single')(x), efficiencyTerm('hybrid')(x)),
    parts: { single: efficiencyTerm('single'), hybrid: efficiencyTerm('hybrid') },
  },
]
