import {
  above,
  axis,
  band,
  beside,
  categoryAxis,
  defineFigures,
  fixed,
  greys,
  intervalRule,
  intervalText,
  type Layer,
  line,
  listNames,
  localRouters,
  logAxis,
  type Panel,
  type Position,
  panel,
  percentText,
  points,
  referenceLine,
  series,
} from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import type { Wording } from '@lawbook/skill-requests'
import { choices } from './choices.ts'
import { stackPanel } from './figures/stackPanel.ts'
import {
  classNames,
  compositionText,
  jackknife,
  judgedNames,
  largest,
  letter,
  partNames,
  requestsIn,
  resampled,
  shareAt,
  slopeText,
  smallest,
  wordingNames,
} from './figures/words.ts'
import { type Design, designNames } from './tally.ts'

export default defineFigures('skills-error-progression', [
  {
    id: 'error-classes',
    title: 'What requests come to, against library size',
    width: 'full',
    tables: ['stack', 'hubs'],
    spec: ({ tables, theme }) => {
      const by = series({ field: 'part', names: partNames, legend: true })
      const size = { width: theme.width / 2 - 26, height: 112 }
      const column = (design: Design) =>
        above(
          ...(['direct', 'situated'] as const).map((wording) => stackPanel(tables.stack!, wording, design, by, size)),
        )
      return beside(column('random'), column('hard'))
    },
    caption: ({ tables }) => ({
      text: `Exact shares of wrong picks by class, and of abstentions, mean over judged routers (${listNames(Object.values(judgedNames(tables.hubs!)))}); white: the right skill. Capture: a black hole of the router was picked; local: a skill of the right one’s domain; drift: any other. Dashed: where the upper ends of capture and drift would be if the same wrong picks fell on all competitors in the library alike. Hard negatives: the ${choices.nearest} nearest neighbours are always in the library. Of wrong picks on direct requests, from N = ${smallest} to ${largest}: in random libraries ${compositionText(tables.stack!, 'random')}; with hard negatives ${compositionText(tables.stack!, 'hard')}. ${localRouters}`,
      alt: `Stacked areas against library size on a logarithmic axis. On direct requests in random libraries of ${smallest} and ${largest} skills: local ${shareAt(tables.stack!, 'random', 'local', smallest)} and ${shareAt(tables.stack!, 'random', 'local', largest)}, drift ${shareAt(tables.stack!, 'random', 'drift', smallest)} and ${shareAt(tables.stack!, 'random', 'drift', largest)}, capture ${shareAt(tables.stack!, 'random', 'capture', smallest)} and ${shareAt(tables.stack!, 'random', 'capture', largest)}.`,
      n: `${requestsIn(tables.stack!, 'direct')} direct and ${requestsIn(tables.stack!, 'situated')} situated requests`,
      interval: 'none drawn',
      level: 'none',
      resampled: 'nothing',
    }),
  },
  {
    id: 'enrichment-slopes',
    title: 'How enrichment of each class moves with library size',
    width: 'full',
    tables: ['slopes', 'enrichment', 'hubs'],
    spec: ({ tables, theme }) => {
      const by = series({ field: 'class', names: classNames, legend: true })
      const levels = tables.enrichment!
      const reach = (rows: readonly Row[], low: string, high: string): readonly [number, number] => {
        const ends = rows.flatMap((row) => [Number(row[low]), Number(row[high])])
        const pad = 0.05 * (Math.max(...ends, 0) - Math.min(...ends, 0))
        return [Math.min(...ends, 0) - pad, Math.max(...ends, 0) + pad]
      }
      const slopes = tables.slopes!.filter(
        ({ wording, families, value }) => wording === choices.wording && families === choices.family && value !== null,
      )
      const names = { mean: 'together', ...judgedNames(tables.hubs!) }
      const present = Object.fromEntries(
        Object.entries(names).filter(([id]) => slopes.some(({ router }) => router === id)),
      )
      const width = theme.width / 2 - 44
      const column = (design: Design, k: number): Panel => {
        const x = logAxis({
          field: 'size',
          title: 'library size N',
          domain: [smallest, largest],
          ticks: [10, 50, 200, 1000],
        })
        const y = axis({
          field: 'value',
          title: k === 0 ? 'enrichment e(N)' : null,
          domain: reach(levels, 'low', 'high'),
        })
        const own = levels.filter((row) => row.design === design)
        const slope = axis({ field: 'value', title: 'slope of e in ln N', domain: reach(slopes, 'low', 'high') })
        const router = { ...categoryAxis({ field: 'router', title: null, names: present }) }
        const forest = [
          intervalRule({ x: slope, y: router, lo: 'low', hi: 'high', by, along: 'x', weight: 'inner' }),
          points({ x: slope, y: router, by }),
        ].map(
          (layer) =>
            ({
              ...layer,
              encoding: { ...layer.encoding, yOffset: { field: 'class', sort: Object.keys(classNames) } },
            }) as Layer,
        )
        return above(
          panel({
            width,
            height: 96,
            rows: own,
            title: `${letter(k)} ${designNames[design]}`,
            layers: [
              referenceLine({ across: 'y', position: y, at: 0 }),
              band({ x, y, lo: 'low', hi: 'high', by }),
              line({ x, y, by }),
              points({ x, y, by }),
            ],
          }),
          panel({
            width,
            height: 24 * Object.keys(present).length,
            rows: slopes.filter((row) => row.design === design),
            layers: [referenceLine({ across: 'x', position: slope, at: 0 }), ...forest],
          }),
        )
      }
      return beside(column('random', 0), column('hard', 1))
    },
    caption: ({ tables, measures }) => {
      const slopes = tables.slopes!.filter(
        ({ wording, families }) => wording === choices.wording && families === choices.family,
      )
      const main = measures.progression
      return {
        text: `Enrichment e(N) of a class: ln of its share among wrong picks over its share if they fell on all competitors alike, on direct requests; above, judged routers with black holes together; below, the slope in ln N of all together (their shares pooled) and of each router, one a kin, where it captures something at every size. The claimed order is local < drift < capture in both designs. The smallest adjacent contrast is ${fixed(main?.value, 2)} (${intervalText(main, 2)}: the lower limit is the smaller one of the two designs, the upper limit the larger one, so that the claim is agreed to or denied only if both designs do). With hard negatives a part of the contrast is nearness, not class: planted worlds show how much. ${localRouters}`,
        alt: `Curves and a forest plot of slopes by class. Slopes of all together in random libraries: ${slopeText(slopes, 'random')}; with hard negatives: ${slopeText(slopes, 'hard')}.`,
        n: `${main?.n ?? 0} direct requests`,
        interval: `bands and rules: ${jackknife}`,
        level: '90 %',
        resampled,
      }
    },
  },
  {
    id: 'worst-skills',
    title: 'How many wrong picks the worst skills take',
    width: 'full',
    tables: ['concentration', 'hubs'],
    spec: ({ tables, theme }) => {
      const rows = tables.concentration!.filter(({ judged }) => judged === true)
      const end = Math.max(...rows.map(({ skills }) => Number(skills)))
      const by = series({ field: 'router', names: { mean: 'mean of judged routers' }, legend: true })
      const column = (wording: Wording, k: number): Panel => {
        const own = rows.filter((row) => row.wording === wording)
        const mean = own.filter(({ router }) => router === 'mean')
        const x = logAxis({
          field: 'skills',
          title: 'worst skills of calibration',
          domain: [1, end],
          ticks: [1, 10, 100, 1000],
        })
        const y = axis({
          field: 'share',
          title: k === 0 ? 'share of held-out wrong picks' : null,
          domain: [0, 1],
          format: '.0%',
        })
        const each: Layer = {
          data: { values: own.filter(({ router }) => router !== 'mean') },
          mark: { type: 'line', color: greys.quiet, strokeWidth: 0.6, clip: true },
          encoding: { x, y, detail: { field: 'router', type: 'nominal' } },
        }
        const uniform: Layer = {
          data: { values: mean },
          mark: { type: 'line', color: greys.text, strokeDash: [2, 2], strokeWidth: 1, clip: true },
          encoding: { x, y: { ...y, field: 'uniform' } },
        }
        const name: Layer = {
          data: { values: mean.filter(({ skills }) => skills === 200) },
          mark: { type: 'text', style: 'reference-label', align: 'left', baseline: 'top', dx: 3, dy: 2 },
          encoding: { x, y: { ...y, field: 'uniform' }, text: { value: 'uniform' } },
        }
        return panel({
          width: theme.width / 2 - 26,
          height: 130,
          title: `${letter(k)} ${wordingNames[wording]}`,
          layers: [
            each,
            uniform,
            name,
            band({ x, y, lo: 'low', hi: 'high', by, rows: mean }),
            line({ x, y, by, rows: mean }),
            points({ x, y, by, rows: mean }),
          ],
        })
      }
      return beside(column('direct', 0), column('situated', 1))
    },
    caption: ({ tables, measures, claims }) => {
      const parts = measures.captured?.parts ?? []
      const [low, high] = (claims['skill-laws/black-hole-capture']?.number ?? []) as readonly string[]
      const inside = parts.filter(({ value }) => value !== null && value >= Number(low) && value <= Number(high))
      const at = (wording: Wording): string =>
        percentText(
          tables.concentration!.find((row) => row.router === 'mean' && row.wording === wording && row.skills === 10)
            ?.share,
        )
      return {
        text: `Share of held-out wrong picks in the full library that fall on the skills with most wrong picks on the calibration half, ordered for each router by itself. Grey: each judged router (${listNames(Object.values(judgedNames(tables.hubs!)))}); dashed: wrong picks that fall on any skill alike. The ten worst skills take ${at('direct')} on direct and ${at('situated')} on situated requests. Black holes take ${fixed(measures.captured?.value, 1)} % of situated requests beyond chance (${intervalText(measures.captured, 1)}), median over judged routers; router by router ${listNames(parts.map(({ value }) => fixed(value, 1)))} %, ${inside.length} of ${parts.length} within the printed ${low} to ${high}. ${localRouters}`,
        alt: `Concentration curves on a logarithmic axis of skills, two panels. At ten skills the mean is ${at('direct')} and ${at('situated')}, uniform ${percentText(tables.concentration!.find(({ skills }) => skills === 10)?.uniform)}.`,
        n: `${requestsIn(tables.hubs!, 'direct', 'requests')} direct and ${requestsIn(tables.hubs!, 'situated', 'requests')} situated requests`,
        interval: `band: ${jackknife}; the order of the skills is held fixed`,
        level: '90 %',
        resampled,
      }
    },
  },
  {
    id: 'wrong-pick-places',
    title: 'Where wrong picks lie among the neighbours of the right skill',
    width: 'full',
    tables: ['nearness', 'hubs'],
    spec: ({ tables, theme }) => {
      const rows = tables
        .nearness!.filter(({ judged }) => judged === true)
        .map((row): Row => ({ ...row, bin: Number(row.from) }))
      const names = { ...judgedNames(tables.hubs!) }
      const by = series({ field: 'router', names, legend: true })
      const bins = Object.fromEntries(
        rows.map(({ bin, from, to }: Row) => [String(bin), from === to ? String(from) : `${from}–${to}`]),
      )
      const column = (wording: Wording, k: number): Panel => {
        const own = rows.filter((row) => row.wording === wording)
        const x: Position = {
          field: 'bin',
          type: 'ordinal',
          axis: {
            title: 'place among neighbours',
            labelExpr: `(${JSON.stringify(bins)})[datum.value]`,
            labelAngle: -35,
            grid: false,
          },
        }
        const y = axis({
          field: 'share',
          title: k === 0 ? 'share of wrong picks' : null,
          domain: [0, 1],
          format: '.0%',
        })
        const uniform: Layer = {
          data: { values: own.filter(({ router }) => router === own[0]?.router) },
          mark: { type: 'line', color: greys.text, strokeDash: [2, 2], strokeWidth: 1 },
          encoding: { x, y: { ...y, field: 'uniform' } },
        }
        return panel({
          width: theme.width / 2 - 26,
          height: 120,
          title: `${letter(k)} ${wordingNames[wording]}`,
          layers: [uniform, points({ x, y, by, rows: own })],
        })
      }
      return beside(column('direct', 0), column('situated', 1))
    },
    caption: ({ tables, measures }) => {
      const near = tables.nearness!.filter(
        (row) => row.judged === true && row.wording === 'direct' && Number(row.to) <= 10,
      )
      const routers = Object.keys(judgedNames(tables.hubs!))
      const shares = routers.map((id) =>
        near.filter(({ router }) => router === id).reduce((sum, { share }) => sum + Number(share), 0),
      )
      const range =
        shares.length === 0 ? 'unknown' : `${percentText(Math.min(...shares))} to ${percentText(Math.max(...shares))}`
      return {
        text: `Wrong picks in the full library by the place of the picked skill among the right skill’s neighbours, nearest first, by TF-IDF cosine of name and description; dashed: picks that fall on any skill alike. On direct requests ${range} of a router’s wrong picks are among the ten nearest. ${fixed(measures['in-family-raw']?.value, 1)} % stay in the right skill’s domain (${intervalText(measures['in-family-raw'], 1)}), ${fixed(measures['in-family-by-chance']?.value, 1)} % would by chance. Places, since a band of similarities belongs to one embedding. ${localRouters}`,
        alt: `Points by place among neighbours for ${routers.length} routers, two panels, against a dashed line of uniform picks. Among the ten nearest: ${range} on direct requests.`,
        n: `${requestsIn(tables.hubs!, 'direct', 'requests')} direct and ${requestsIn(tables.hubs!, 'situated', 'requests')} situated requests`,
        interval: `none drawn; in the text: ${jackknife}`,
        level: '90 %',
        resampled,
      }
    },
  },
])
