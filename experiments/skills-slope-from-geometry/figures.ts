import {
  above,
  axis,
  beside,
  categoryAxis,
  defineFigures,
  fixed,
  groupDigits,
  intervalRule,
  intervalText,
  type Layer,
  line,
  localRouters,
  logAxis,
  type Panel,
  panel,
  points,
  referenceLine,
  series,
} from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'

const shorts = (rows: readonly Row[]): Record<string, string> =>
  Object.fromEntries(rows.map(({ router, short }) => [String(router), String(short)]))
/** A tenth of a unit above the largest value, rounded up to hundredths. */
const reachOf = (values: readonly number[]): number => Math.ceil(Math.max(0.05, ...values) * 105) / 100

/** A dash of the line would be drawn around the symbols of a legend that has a scale of its own. */
function undashed(layer: Layer): Layer {
  const { strokeDash: _, ...encoding } = layer.encoding as Record<string, unknown>
  return { ...layer, encoding } as Layer
}

export default defineFigures('skills-slope-from-geometry', [
  {
    id: 'observed-against-predicted',
    title: 'Observed against predicted slope in other pools',
    width: 'full',
    tables: ['pools'],
    spec: ({ tables, theme }) => {
      const rows = tables.pools!.filter(({ reference }) => reference === false)
      const by = series({ field: 'router', names: shorts(rows), legend: true })
      const reach = reachOf(rows.flatMap(({ high, predicted, constant }) => [high, predicted, constant].map(Number)))
      const y = axis({ field: 'observed', title: 'observed b', domain: [0, reach] })
      const identity: Layer = {
        data: { values: [{ at: 0 }, { at: reach }] },
        mark: { type: 'line', style: 'reference', clip: true },
        encoding: {
          x: { field: 'at', type: 'quantitative' },
          y: { field: 'at', type: 'quantitative' },
        },
      }
      const against = (field: 'predicted' | 'constant', title: string, heading: string, first: boolean) => {
        const x = axis({ field, title, domain: [0, reach] })
        const own = first ? y : { ...y, axis: { ...y.axis, title: null } }
        return panel({
          width: theme.width / 2 - 40,
          height: 190,
          title: heading,
          rows,
          layers: [
            identity,
            intervalRule({ x, y: own, lo: 'low', hi: 'high', by, along: 'y', weight: 'outer' }),
            points({ x, y: own, by }),
          ],
        })
      }
      return beside(
        against('predicted', 'b predicted from similarities', '(a) geometry', true),
        against('constant', 'b in the reference pool', '(b) b unchanged', false),
      )
    },
    caption: ({ tables, measures }) => {
      const rows = tables.pools!.filter(({ reference }) => reference === false)
      const [ratio, slope] = [measures['rmse-ratio'], measures['calibration-slope']]
      const pools = new Set(rows.map(({ pool }) => pool)).size
      const routers = Object.values(shorts(rows))
      return {
        text: `Slope b of accuracy in ln N in ${pools} other pools of competitors, one mark a pool, for ${routers.length} judged local routers (${routers.join(', ')}), one a kin. (a) against the slope predicted from similarities by kernels of other packages; (b) against the same router’s slope in the reference pool, the prediction "b unchanged". Dashed: observed = predicted. The error of (a) is ${fixed(ratio?.value, 2)} of that of (b) (${intervalText(ratio, 2)}); observed slopes rise by ${fixed(slope?.value, 2)} per unit of predicted ones (${intervalText(slope, 2)}), each router about its own means. ${localRouters}`,
        alt: `Two scatter plots of observed slopes between ${fixed(Math.min(...rows.map(({ observed }) => Number(observed))), 3)} and ${fixed(Math.max(...rows.map(({ observed }) => Number(observed))), 3)}. The ratio of root mean squared errors of the left one to the right one is ${fixed(ratio?.value, 2)}.`,
        n: `${ratio?.n ?? 0} direct requests`,
        interval: 'of observed b: delete-one-package jackknife, t with G_eff − 1 degrees of freedom',
        level: '90 %',
        resampled: 'packages of the right skills',
      }
    },
  },
  {
    id: 'beat-rate-kernel',
    title: 'Beat rate of a competitor by its similarity to the right skill',
    width: 'full',
    tables: ['kernels'],
    spec: ({ tables, theme }) => {
      const rows = tables.kernels!
      const [routers, pools] = [shorts(rows), { skills: 'all skills', servers: 'all servers', nearest: '100 nearest' }]
      const x = logAxis({
        field: 'drawnAt',
        title: 'similarity to the right skill (none at the left)',
        domain: [0.001, 1.2 * Math.max(...rows.map(({ drawnAt }) => Number(drawnAt)))],
        ticks: [0.01, 0.03, 0.1, 0.3],
      })
      const least = Math.min(...rows.map(({ rate }) => Number(rate)))
      const most = Math.max(...rows.map(({ rate }) => Number(rate)))
      const rate = logAxis({ field: 'rate', title: 'beat rate K(s)', domain: [0.8 * least, 1.3 * most] })
      const share = logAxis({ field: 'share', title: 'share of the pool', domain: [1e-4, 1], label: 'power' })
      const [byRouter, byPool] = [
        series({ field: 'router', names: routers, legend: true }),
        series({ field: 'pool', names: pools, legend: true }),
      ]
      const once = rows.filter(({ router }) => router === rows[0]?.router)
      const shares = Object.keys(pools).flatMap((pool) =>
        once.map((row): Row => ({ drawnAt: row.drawnAt!, pool, share: Math.max(1e-4, Number(row[pool])) })),
      )
      const curve = (y: typeof rate, by: typeof byRouter, of: readonly Row[], title: string) =>
        panel({
          width: theme.width - 60,
          height: 120,
          title,
          rows: of,
          layers: [undashed(line({ x, y, by })), points({ x, y, by })],
        })
      return {
        ...above(
          curve(rate, byRouter, rows, '(a) beat rate'),
          curve(share, byPool, shares, '(b) where competitors are'),
        ),
        resolve: { scale: { color: 'independent', shape: 'independent', strokeDash: 'independent' } },
      } as Panel
    },
    caption: ({ tables }) => {
      const rows = tables.kernels!
      const bins = Math.max(...rows.map(({ bin }) => Number(bin)))
      const at = (bin: number) =>
        Object.entries(shorts(rows))
          .map(
            ([router, name]) =>
              `${name} ${fixed(Number(rows.find((row) => row.router === router && row.bin === bin)?.rate), 3)}`,
          )
          .join(', ')
      return {
        text: `(a) The share of competitors that beat the right skill, by their TF-IDF similarity to it, mean over calibration requests of both folds and over kinds of request; the first mark is for competitors that share no word. In the nearest bin: ${at(bins)}. (b) How the competitors of three pools divide over the bins (shares below 0.0001 are drawn there). ${localRouters}`,
        alt: `Beat rates by similarity bin on logarithmic axes. Without a shared word: ${at(0)}. In the nearest bin: ${at(bins)}.`,
        n: `${groupDigits(rows.length)} bins of ${Object.keys(shorts(rows)).length} routers`,
        interval: 'none drawn',
        level: 'none',
        resampled: 'nothing',
      }
    },
  },
  {
    id: 'predictors',
    title: 'Error of each way to predict the slope',
    width: 'column',
    tables: ['predictors'],
    spec: ({ tables, theme }) => {
      const rows = tables.predictors!.filter(({ rmse }) => rmse !== null)
      const names = Object.fromEntries(rows.map(({ predictor, title }) => [String(predictor), String(title)]))
      const x = axis({
        field: 'ratio',
        title: 'RMSE as a share of that of "b unchanged"',
        domain: [0, reachOf(rows.map(({ ratio }) => Number(ratio)))],
      })
      const y = categoryAxis({ field: 'predictor', title: null, names })
      const by = series({ field: 'kind', names: { all: 'all' } })
      // Bands, not points: the offset of one series.
      const mark = points({ x, y, by })
      const marks = { ...mark, encoding: { ...mark.encoding, yOffset: { field: 'kind' } } } as Layer
      return panel({
        width: theme.width - 130,
        height: 18 * rows.length,
        rows: rows.map((row) => ({ ...row, kind: 'all' })),
        layers: [referenceLine({ across: 'x', position: x, at: 0.5, label: 'claimed: below 0.5' }), marks],
      })
    },
    caption: ({ tables }) => {
      const rows = tables.predictors!
      const said = rows
        .filter(({ rmse }) => rmse !== null)
        .map(({ title, rmse, routers }) => `${title} ${fixed(Number(rmse), 4)} (${routers} routers)`)
        .join(', ')
      const largest = Math.max(0, ...rows.map(({ cells }) => Number(cells)))
      return {
        text: `Root mean squared error of the slope b over the other pools and judged routers, as a share of that of "b unchanged" over the same cells: ${said}. Pseudo-requests are routed in the judged pool; nobody else is. The noise ceiling is the error left to who knows every slope but for the sampling of requests. ${localRouters}`,
        alt: `One mark a predictor: ${said}.`,
        n: `${largest} cells (pools x routers)`,
        interval: 'none drawn',
        level: 'none',
        resampled: 'nothing',
      }
    },
  },
])
