import { type DependencyClass, dependencyClasses } from '@lawbook/pipelines'
import type { Row } from '@lawbook/schemas'
import type { WrongStateChoices } from './choices.ts'
import {
  type Against,
  changeOf,
  type Estimated,
  levelOf,
  type Outcome,
  outcomes,
  passShare,
  qualityOf,
  type State,
  shareOf,
  states,
} from './effects.ts'
import type { Libraries, Observed } from './panel.ts'

/** The libraries that claims are judged in. */
const judgedIn: Libraries = 'wrong skill too'

/** The contrasts that can be made: a placebo was shown to routers, and nothing was executed after it. */
const contrasts = outcomes.flatMap((outcome) =>
  (['own', 'none', 'placebo'] as const)
    .filter((against) => outcome === 'routing' || against !== 'placebo')
    .map((against) => ({ outcome, against })),
)

/** The chance that the right second skill is chosen, in percent, by class, state and size; mean over judged routers. */
export function routingRows(observed: Observed, { ladder }: WrongStateChoices): Row[] {
  return panelsOf(observed, ladder).flatMap(({ size, libraries, panel }) =>
    dependencyClasses.flatMap((kind) =>
      states.map((state): Row => {
        const level = levelOf(panel, kind, (pair, chances) => qualityOf(pair, chances, state, 'routing'))
        return { class: kind, state, libraries, size, ...cells(level, [0, 100]) }
      }),
    ),
  )
}

/** What a wrong state changes, in points, by class, outcome, contrast and size; mean over judged routers. */
export function effectRows(observed: Observed, { ladder }: WrongStateChoices): Row[] {
  return panelsOf(observed, ladder).flatMap(({ size, libraries, panel }) =>
    contrasts.flatMap(({ outcome, against }) =>
      dependencyClasses.map(
        (kind): Row => ({
          class: kind,
          outcome,
          against,
          libraries,
          size,
          executed: executedPart(kind, outcome, against),
          ...cells(changeOf(panel, kind, outcome, against)),
        }),
      ),
    ),
  )
}

/** The panel of judged routers at every size, in both kinds of libraries. */
function panelsOf(observed: Observed, ladder: readonly number[]) {
  return ladder.flatMap((size) =>
    (['wrong skill too', 'own skills'] as const).map((libraries) => ({
      size,
      libraries,
      panel: observed.panel(observed.judged, size, libraries),
    })),
  )
}

/** What the definition of the classes says of the executed part of a contrast, whatever routers do. */
function executedPart(kind: DependencyClass, outcome: Outcome, against: Against): string {
  if (outcome === 'routing') return 'not in it'
  if (against === 'own' || kind === 'independent') return 'no gain'
  if (kind === 'tight') return 'no loss'
  return outcome === 'blind' ? 'no gain' : 'free'
}

/** Shares of executed second steps that pass, in percent, by class, state and outcome. No router has a part in them. */
export function productRows({ pairs }: Observed): Row[] {
  return dependencyClasses.flatMap((kind) =>
    (['none', 'own', 'wrong'] as const).flatMap((state) =>
      (['aware', 'blind'] as const).map((outcome): Row => {
        const share = shareOf(pairs, kind, (pair) => passShare(pair, state, outcome))
        return { class: kind, state, outcome, pairs: share.n, ...cells(share, [0, 100]) }
      }),
    ),
  )
}

/**
 * Law L11 read off the mean effects at the judged size: lambda is what tight pairs lose, r what loose ones gain (both as
 * shares), and kappa* = r / (lambda + r) the dependency at which harm begins; null unless both are above zero.
 */
export function lawRows(effects: readonly Row[], { size }: WrongStateChoices): Row[] {
  const judged = effects.filter((row) => row.libraries === judgedIn && row.size === size)
  return contrasts.map(({ outcome, against }): Row => {
    const at = (kind: DependencyClass): number | null => {
      const row = judged.find((one) => one.class === kind && one.outcome === outcome && one.against === against)
      return typeof row?.value === 'number' ? row.value / 100 : null
    }
    const [tight, r] = [at('tight'), at('loose')]
    const lambda = tight === null ? null : -tight
    const both = lambda !== null && r !== null && lambda > 0 && r > 0
    return { outcome, against, lambda, r, independent: at('independent'), kappaStar: both ? r / (lambda + r) : null }
  })
}

/** Who was asked, who is judged and why, with the mean chance over pairs, in percent, by class and state. */
export function routerRows(observed: Observed, { size }: WrongStateChoices): Row[] {
  const panel = observed.panel(observed.routers, size)
  return observed.routers.flatMap(({ id, title, short, kin, source, eligible, reason, calibration }, r) =>
    dependencyClasses.map((kind): Row => {
      const own = [...panel.pairs.keys()].filter((i) => panel.pairs[i]!.class === kind)
      const mean = (state: State): number | null => {
        const values = own.map((i) => qualityOf(panel.pairs[i]!, panel.chances[r]![i]!, state, 'routing'))
        return values.length === 0 ? null : (100 * values.reduce((sum, value) => sum + value, 0)) / values.length
      }
      return {
        router: id,
        title,
        short,
        kin,
        judged: eligible,
        reason,
        calibrationFirst: calibration[0] ?? null,
        calibrationSecond: calibration[1] ?? null,
        class: kind,
        ...Object.fromEntries(states.map((state) => [state, mean(state)])),
        source,
      }
    }),
  )
}

/** An estimate as cells, its limits cut off at `within` where a share cannot lie outside. */
function cells({ value, i90, i995 }: Estimated, within?: readonly [number, number]): Row {
  const cut = (limit: number | undefined): number | null =>
    limit === undefined ? null : within === undefined ? limit : Math.min(within[1], Math.max(within[0], limit))
  return { value, lo90: cut(i90?.[0]), hi90: cut(i90?.[1]), lo995: cut(i995?.[0]), hi995: cut(i995?.[1]) }
}
