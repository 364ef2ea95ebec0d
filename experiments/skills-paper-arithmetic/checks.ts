import { add, type Bounds, div, exactly, exp, hull, ln, middle, mul, neg, smallest, sub } from '@lawbook/rounding'

/** Reads a printed number by its symbol: its rounding interval, or its centre alone. */
export type Read = (symbol: string) => Bounds

/** A formula over printed numbers, and the printed number (or line) that it is held against. */
export type Check = {
  readonly id: string
  readonly title: string
  readonly unit: string
  /** The formula in words and symbols. */
  readonly method: string
  /** The symbol of the printed number that the result is held against; null where the line is 0. */
  readonly target: string | null
  readonly formula: (x: Read) => Bounds
  readonly parts?: Readonly<Record<string, (x: Read) => Bounds>>
  readonly alternatives?: readonly {
    readonly choice: string
    readonly option: string
    readonly formula: (x: Read) => Bounds
  }[]
}

const percent = exactly(100)
const nothing = exactly(0)

/** What is neither right nor hijacked, in points. */
const neither = (when: 'before' | 'after') => (x: Read) => sub(percent, add(x(`accuracy-${when}`), x(`hijack-${when}`)))

/** Law 11, p.18: change of downstream quality at coupling kappa, -loss kappa + repair (1 - kappa), in %. */
const law11 = (kappa: Bounds) => (x: Read) =>
  mul(percent, add(mul(neg(x('loss')), kappa), mul(x('repair'), sub(exactly(1), kappa))))

/** Law 12 below the critical gap, p.9: S(G) = -drag + slope G, in %. */
const weakTie = (x: Read, gap: Bounds) => mul(percent, sub(mul(x('drag-slope'), gap), x('drag')))

/** Law 12 from the critical gap on, p.9: S(G) = tow (1 - exp(-(G - G*) / scale)), in %. */
const strongTie = (x: Read, gap: Bounds) =>
  mul(percent, mul(x('tow'), sub(exactly(1), exp(neg(div(sub(gap, x('critical-gap')), x('tow-scale')))))))

/** A law over a whole regime of gaps: the law is monotone, so its ends bound it. */
const smallGaps = (x: Read) => hull(weakTie(x, nothing), weakTie(x, x('small-gap-limit')))
const largeGaps = (x: Read) => hull(strongTie(x, x('large-gap-limit')), strongTie(x, exactly(1)))

/** Worst case of a printed ± whose meaning is not known: added whole on both sides. */
const widened = (bounds: Bounds, by: Bounds): Bounds => add(bounds, [-by[1], by[1]])

/** Every check by interval arithmetic. Single-use forms are chosen so that no width is invented. */
export const checks: readonly Check[] = [
  {
    id: 'points-per-doubling',
    title: 'Accuracy lost per doubling of the library under the mean law',
    unit: 'points',
    method: '100 b ln 2',
    target: 'points-per-doubling',
    formula: (x) => mul(percent, mul(x('b'), ln(exactly(2)))),
  },
  {
    id: 'gamma-from-rule',
    title: 'Compression exponent from the printed rule at the mean slope',
    unit: 'exponent',
    method: '6.7 b + 1.09',
    target: 'gamma',
    formula: (x) => add(mul(x('gamma-slope'), x('b')), x('gamma-intercept')),
  },
  {
    id: 'critical-coupling',
    title: 'Coupling at which law 11 changes sign',
    unit: 'coupling',
    method: 'r / (λ + r), written 1 / (1 + λ / r)',
    target: 'critical-coupling',
    formula: (x) => div(exactly(1), add(exactly(1), div(x('loss'), x('repair')))),
  },
  {
    id: 'law11-tight',
    title: 'Law 11 at full coupling',
    unit: '%',
    method: '100 (-0.072 κ + 0.028 (1 - κ)) at κ = 1',
    target: 'audit-tight',
    formula: law11(exactly(1)),
  },
  {
    id: 'law11-loose',
    title: 'Law 11 at no coupling',
    unit: '%',
    method: '100 (-0.072 κ + 0.028 (1 - κ)) at κ = 0',
    target: 'audit-loose',
    formula: law11(nothing),
  },
  {
    id: 'law11-independent',
    title: 'Law 11 for independent pairs, if these are read as not coupled',
    unit: '%',
    method:
      '100 (-0.072 κ + 0.028 (1 - κ)) at κ = 0: the reading of this project, that an independent pair is coupled no more than a loose one',
    target: 'audit-independent',
    formula: law11(nothing),
    alternatives: [
      {
        choice: 'coupling of independent pairs',
        option: "0.1, the weight in the authors' code",
        formula: (x) => law11(x('independent-weight'))(x),
      },
    ],
  },
  {
    id: 'figure-tight',
    title: 'Loss of tight pairs in the audit, against Fig. 6(b)',
    unit: '%',
    method: 'minus the audit value of p.38',
    target: 'figure-tight',
    formula: (x) => neg(x('audit-tight')),
  },
  {
    id: 'figure-loose',
    title: 'Gain of loose pairs in the audit, against Fig. 6(b)',
    unit: '%',
    method: 'the audit value of p.38',
    target: 'figure-loose',
    formula: (x) => x('audit-loose'),
  },
  {
    id: 'planned-rows',
    title: 'Rows that the execution audit can have scored',
    unit: 'rows',
    method: 'pairs × qualities × trials × models',
    target: 'scored-rows',
    formula: (x) => mul(mul(x('pairs'), x('qualities')), mul(x('trials'), x('audit-models'))),
  },
  {
    id: 'gap-summaries',
    title: 'Whole number of pairs a model, times models',
    unit: 'summaries',
    method: '11 × round(253 / 11)',
    target: 'gap-summaries',
    formula: (x) => {
      const models = x('audit-models')
      return mul(models, exactly(Math.round(middle(div(x('gap-summaries'), models)))))
    },
  },
  {
    id: 'critical-gap',
    title: 'Gap at which the weak-tie branch of law 12 reaches the strong-tie branch',
    unit: 'gap',
    method: '0.0775 / 0.31: there the left branch is 0, as the right one is at its start',
    target: 'critical-gap',
    formula: (x) => div(x('drag'), x('drag-slope')),
  },
  {
    id: 'small-gap-law',
    title: 'Law 12 over all small gaps',
    unit: '%',
    method: 'hull of S(G), 0 <= G <= 0.10, with the printed ± 3.4 added whole on both sides',
    target: 'small-gap-synergy',
    formula: (x) => widened(smallGaps(x), x('small-gap-spread')),
    alternatives: [{ choice: 'printed ± of the audit', option: 'left out', formula: smallGaps }],
  },
  {
    id: 'large-gap-law',
    title: 'Law 12 over all large gaps',
    unit: '%',
    method: 'hull of S(G), 0.30 <= G <= 1, with the printed ± 11.6 added whole on both sides',
    target: 'large-gap-synergy',
    formula: (x) => widened(largeGaps(x), x('large-gap-spread')),
    alternatives: [{ choice: 'printed ± of the audit', option: 'left out', formula: largeGaps }],
  },
  {
    id: 'gain-left-over',
    title: 'Accuracy gain that the two named components leave over',
    unit: 'points',
    method: '(91.7 - 71.3) - (12.8 + 4.9)',
    target: null,
    formula: (x) => sub(sub(x('accuracy-after'), x('accuracy-before')), add(x('boundary-share'), x('removal-share'))),
  },
  {
    id: 'neither-right-nor-hijacked',
    title: 'Share of requests neither right nor hijacked, the smaller of before and after',
    unit: 'points',
    method: '100 - (accuracy + hijack rate), minimum of before and after',
    target: null,
    formula: (x) => smallest([neither('before')(x), neither('after')(x)]),
    parts: { before: neither('before'), after: neither('after') },
  },
]
