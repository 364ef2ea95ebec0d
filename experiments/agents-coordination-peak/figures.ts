import { defineFigures, fixed, listNames, percentText, valueText } from '@lawbook/figures'
import { bandPanels } from './figures/bandPanels.ts'
import { benefitPanels } from './figures/benefit.ts'
import { decayPanels } from './figures/decay.ts'
import { forest } from './figures/forest.ts'
import { countOf, from, to } from './figures/words.ts'
import { worldPanels } from './figures/worlds.ts'

/** The range that arXiv 2512.08296 prints for PlanCraft, read from the claim. */
const printedLoss = (claim: { readonly printed: string } | undefined): number[] =>
  (/(\d+)-(\d+) %/.exec(claim?.printed ?? '') ?? []).slice(1).map(Number)

export default defineFigures('agents-coordination-peak', [
  {
    id: 'sweeps-over-band',
    title: 'Every sweep over team size against the claimed band',
    width: 'full',
    tables: ['sweeps', 'designs'],
    spec: ({ tables, theme }) => bandPanels(tables.sweeps!, theme),
    caption: ({ tables, measures }) => {
      const judged = new Set(tables.sweeps!.filter(({ kind }) => kind === 'judged').map(({ sweep }) => sweep)).size
      const spans = tables.designs!.filter(
        ({ below, above, secondary }) => Number(below) > 0 && Number(above) > 0 && secondary === false,
      )
      return {
        text: `Success against the number of agents, each sweep as a share of its best size; shaded: the claimed ${from} to ${to} agents. Of ${judged} sweeps with a spread, ${fixed(measures['decisive-sweeps']?.value, 0)} could decide: only Silo-Bench has sizes on both sides of the band (${spans.length} series, levels included, which are not drawn), and there the input grows with the agents. Its best size is the smallest one measured. The claim of diminishing returns asks that success rises from every smaller size up to 8 agents, and more than from ${to} on; over the Silo-Bench sweeps the least of these has the median ${fixed(measures['returns-diminish']?.value, 1)} points a doubling (below zero: it falls already before the band). Names in a corner stand in the order in which the lines end. Rules beyond the frame are cut. Hollow: read in an abstract or a note, never judged; the short lines of (f) are three of CAID.`,
        alt: `Six panels of curves over a logarithmic axis of agents. Silo-Bench falls from 2 to 100 agents for all three models; LLM Teams falls from one to five agents where teams organise themselves and is level where work is assigned; no curve that was read first hand peaks in the band.`,
        n: `${judged} sweeps with a spread`,
        interval: 'of each mean by itself, over units (Student) or tasks (normal); paired differences are known better',
        level: '90 %',
        resampled: 'pairs of model and suite, models, or tasks, as the study gives them',
      }
    },
  },
  {
    id: 'best-sizes',
    title: 'Where success can be best, study by study',
    width: 'full',
    tables: ['best-sizes', 'told'],
    spec: ({ tables, theme }) => forest(tables['best-sizes']!, tables.told!, theme),
    caption: ({ tables, measures }) => {
      const judged = tables['best-sizes']!.filter(({ kind }) => kind === 'judged')
      const below = countOf(judged, ({ upper90 }) => upper90 !== null && Number(upper90) < from)
      const inside = countOf(
        judged,
        ({ lower90, upper90 }) => upper90 !== null && Number(lower90) >= from && Number(upper90) <= to,
      )
      const open = countOf(judged, ({ upper90 }) => upper90 === null)
      const early = countOf(judged, ({ largest }) => Number(largest) <= 5)
      const ends = judged.filter(({ upper90 }) => upper90 !== null && Number(upper90) < from)
      const latest = Math.max(...ends.map(({ largest }) => Number(largest)))
      return {
        text: `Best measured size (point) and where the best whole size lies if success has one peak (rules: thick 90 %, thin 99.5 %; at the edge » no upper limit at either level, › none at 99.5 %; grey ticks: the largest size measured). Shaded: the claimed ${from} to ${to}. At 90 %, ${below} of ${judged.length} judged sweeps have an upper limit below the band; all of these end at ${latest} agents or earlier, so that they show no gain up to where they end and nothing about ${from}. ${inside} lie inside the band, and ${open} have no upper limit. The median of the best measured sizes is ${fixed(measures['best-team-size']?.value, 0)} (${early} of ${judged.length} sweeps end at 5 agents or earlier), without an interval, since ${fixed(measures['decisive-sweeps']?.value, 0)} sweeps are decisive. Hollow: told in an abstract or a note, some as a range.`,
        alt: `A forest plot over a logarithmic axis of agents. Limits of the judged sweeps: ${listNames(judged.map(({ label, lower90, upper90 }) => `${label} ${lower90} to ${upper90 ?? 'open'}`))}.`,
        n: `${judged.length} judged sweeps`,
        interval: 'confidence sets by multiple comparisons with the best',
        level: '90 % and 99.5 %',
        resampled: 'units or trials of each sweep',
      }
    },
  },
  {
    id: 'decay-against-control',
    title: 'What teams lose on one agent',
    width: 'full',
    tables: ['control', 'pairs'],
    spec: ({ tables, measures, claims, theme }) =>
      decayPanels({
        control: tables.control!,
        pairs: tables.pairs!,
        loss: measures['sequential-loss'],
        printed: printedLoss(claims['kim-2025/sequential-tasks-degrade']),
        theme,
      }),
    caption: ({ measures, claims }) => ({
      text: `(a) to (c) One agent and a team of GPT-OSS-120B on the same input; inside the band a team loses ${valueText(measures['lost-inside-band'], 0)} % of one agent’s success, mean of the levels. In points the gap is ${listNames((measures['gap-inside-band']?.parts ?? []).map(({ value }) => fixed(value, 0)))} at ${listNames((measures['gap-inside-band']?.parts ?? []).map(({ label }) => label.replace(' agents', '')))} agents. Teams come without a spread. (d) Share of one agent’s success that self-organised teams lose on jobs of which a fifth can be done in parallel: ${valueText(measures['sequential-loss'], 1)} % over two to five agents, with the farthest limits of pairs, models and suites as the unit, thin rules 99.5 %, cut at the frame; shaded: the ${printedLoss(claims['kim-2025/sequential-tasks-degrade']).join(' to ')} % printed for PlanCraft, other tasks and models. A doubling of such teams brings ${valueText(measures['doubling-self-organised'], 1)} points over all three parallel shares, of teams with assigned work ${valueText(measures['doubling-pre-assigned'], 1)}. (e) Two agents less one on the same pairs of features: ${valueText(measures['two-minus-one'], 1)} points.`,
      alt: `Five panels. In the first three the curve of the team lies below that of one agent at every size and level. In the fourth, losses of teams by size: ${listNames((measures['sequential-loss']?.parts ?? []).map((part) => `${part.label} ${valueText(part, 0)} %`))}. In the fifth every model does worse with two agents.`,
      n: `${measures['lost-inside-band']?.n ?? 0} single-agent trials a size, ${measures['sequential-loss']?.n ?? 0} runs, ${measures['two-minus-one']?.n ?? 0} models`,
      interval: '(a) to (c) Wilson, of the single agent, trials as if independent; (d), (e) delete-one jackknife, t',
      level: '90 %; (d) also 99.5 %',
      resampled: 'trials; pairs, models and suites; models',
    }),
  },
  {
    id: 'who-benefits',
    title: 'Who benefits from a team',
    width: 'full',
    tables: ['benefit', 'benefit-lines', 'cells'],
    spec: ({ tables, theme }) =>
      benefitPanels({ groups: tables.benefit!, lines: tables['benefit-lines']!, cells: tables.cells!, theme }),
    caption: ({ measures }) => {
      const slope = measures['gain-lost-a-point']
      const naive = slope?.alternatives?.find(({ option }) => option.includes('naive'))
      const others = slope?.alternatives?.find(({ option }) => option.includes('other models'))
      return {
        text: `TeamBench: score of a team less that of one agent with full access, same model and task, one run each (grey in (a)). Points: means of groups of levels with their intervals; line with band: straight line. (a) The level is read from the same run that is subtracted, so that its noise makes a falling line out of nothing: ${valueText(naive, 2)} points of gain lost a point of level. (b) Groups are formed, and the line is drawn, by the run with restricted access: ${valueText(slope, 2)}; by the other models’ single agents on the task ${valueText(others, 2)}. Where the restricted run is above the printed 45 %, a team loses ${valueText(measures['loss-above-45'], 1)} points on one agent (below zero: it gains). The line of (b) crosses zero at ${fixed(measures.crossing?.value, 0)} %, ${measures.crossing?.i90 == null ? 'without limits, since its slope does not differ from zero' : `(${measures.crossing.i90.map((limit) => fixed(limit, 0)).join(' to ')})`}.`,
        alt: `Two panels over the success of a single agent. Left, the gain falls from clearly above to below zero; right, group means lie between zero and ten points at all levels and the line is level.`,
        n: `${slope?.n ?? 0} pairs of model and task; ${measures['loss-above-45']?.n ?? 0} above 45 %`,
        interval: 'delete-one-task jackknife, t',
        level: '90 %',
        resampled: `${slope?.resampled ?? 'tasks'}; above 45 % ${measures['loss-above-45']?.resampled ?? 'tasks'}`,
      }
    },
  },
  {
    id: 'planted-worlds',
    title: 'What the rule finds where the best size is known',
    width: 'full',
    tables: ['world-curves', 'coverage', 'runs-needed'],
    spec: ({ tables, theme }) =>
      worldPanels({
        curves: tables['world-curves']!,
        coverage: tables.coverage!,
        needed: tables['runs-needed']!,
        theme,
      }),
    caption: ({ tables }) => {
      const of = (world: string) => tables.coverage!.find((row) => row.world === world)
      const short = of('stops-at-8')
      const silent = Number(short?.atUpperEnd ?? 0) + Number(short?.notIdentified ?? 0)
      const needed = tables['runs-needed']!.filter(({ world }) => world === 'peak-inside')
      const flat = tables['runs-needed']!.filter(({ world }) => world === 'peak-flat')
      const enough = needed.find(({ insideBand }) => Number(insideBand) >= 0.8)
      return {
        text: `Simulated teams. (a) True success. (b) Confidence sets that hold the truly best measured size, at 90 % (points) and 99.5 % (end of the rule); where nothing depends on size each size is a best one, and the set holds it in ${percentText(of('flat')?.setHolds90)}. Where data stop at 8 agents, ${percentText(silent)} of sweeps set no upper limit, as they should. (c) Share of sweeps with a peak inside the band whose limits lie wholly within ${from} to ${to}, by runs a size on this ladder: for a sharp peak ${enough === undefined ? 'four fifths are reached nowhere' : `four fifths are reached at ${enough.runs} runs`}; for one within about five points from 8 to 32 agents it is ${percentText(flat.at(-1)?.insideBand)} at ${flat.at(-1)?.runs} runs.`,
        alt: `Curves of seven planted worlds over team size; coverage between ${percentText(Math.min(...tables.coverage!.map(({ setHolds90 }) => Number(setHolds90))))} and 100 %; a curve that rises from ${percentText(needed[0]?.insideBand)} at ${needed[0]?.runs} runs to ${percentText(needed.at(-1)?.insideBand)} at ${needed.at(-1)?.runs} for the sharp peak and ends at ${percentText(flat.at(-1)?.insideBand)} for the flat one.`,
        n: `${of('flat')?.sweeps ?? 0} sweeps a world; (c) ${needed[0]?.sweeps ?? 0}`,
        interval: 'none drawn',
        level: '90 % and 99.5 %',
        resampled: 'nothing',
      }
    },
  },
])
