import { defineFigures, fixed, intervalText, valueText } from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { agentPanels } from './figures/agents.ts'
import { computePanels } from './figures/compute.ts'
import { contextPanels } from './figures/context.ts'
import { depthPanels } from './figures/depth.ts'
import { managedPanel } from './figures/managed.ts'
import { missingRuns } from './figures/missingRuns.ts'
import { sideBySide } from './figures/sideBySide.ts'
import { changeText, optionOf, partsText, sizeText, student, sweepRows } from './figures/words.ts'

const tasks = 'tasks; models held fixed'

const meansOf = (rows: readonly Row[]): Row[] => rows.filter(({ curve }) => curve === 'mean')
/** The arms of a sweep with their change in points. */
const armsText = (rows: readonly Row[], sweep: string): string =>
  sweepRows(rows, sweep)
    .map(({ arm, change }) => `${String(arm)} ${fixed(change, 1)}`)
    .join(', ')

const eachOf = (rows: readonly Row[]): Row[] => rows.filter(({ curve }) => curve !== 'mean')

export default defineFigures('agents-scaling-axes', [
  {
    id: 'side-by-side',
    title: 'Sign, size and saturation along every axis',
    width: 'full',
    tables: ['axes'],
    spec: ({ tables, theme }) => sideBySide(tables.axes!, theme),
    caption: ({ tables, measures }) => ({
      text: `Each sweep by itself: slope of success in ln x, change from its first to its last point, and slope of its upper half over that of its lower half (dashed: no change; for saturation, a line in ln x; none where the lower slope cannot be told from zero, or there are two points). Only the change is shown where it is not known how much more of the resource there is. Thin rules 99.5 %, thick 90 %; an arrow: a value or a rule goes on beyond the edge. A claim is judged by the mean over the units of its axis, in a row of its own (Student over units): compute ${valueText(measures['compute-slope'], 1)}, raw context ${valueText(measures['raw-context-slope'], 1)}, tool depth ${valueText(measures['tool-depth-slope'], 1)}, agent count ${valueText(measures['agent-count-slope'], 1)} points per e-fold; managed context ${valueText(measures['managed-context-gain'], 1)} points. Silo-Bench and Kim 2025 print no number of runs of their teams, so they have no interval.`,
      alt: `Forest plot with three columns, ${tables.axes!.filter(({ number }) => number === 'size').length} rows. Compute, managed context and tool depth lie above zero on average, raw context and agent count on both sides.`,
      n: `${tables.axes!.filter(({ number }) => number === 'size').length} sweeps`,
      interval: `judged: Student over units; ${student}; saturation: Fieller`,
      level: '90 % and 99.5 %',
      resampled: tasks,
    }),
  },
  {
    id: 'compute',
    title: 'Success against hours and attempts',
    width: 'full',
    tables: ['curves'],
    spec: ({ tables, theme }) => computePanels(tables.curves!, theme),
    caption: ({ tables, measures }) => ({
      text: `Points with 90 % intervals (of SWE-Gym and Monkeys not at every number of attempts); lines are least squares in ln x over all points. Grey: (a) the models; (b) the three verifiers of R2E-Gym and, never judged because it cannot fall, coverage of SWE-Gym and Monkeys; (c) each benchmark and model of General AgentBench, self-choice; (d) each benchmark and model with ten tasks recorded at every budget, joined (of mcpbench the slope takes more curves, within tasks). Slopes in points per e-fold: ${partsText(measures['compute-slope'])}; their mean ${valueText(measures['compute-slope'], 1)}, Student over sweeps. A score of EdgeBench hardly can fall.`,
      alt: `Four panels over logarithmic axes. From first to last point, in points: EdgeBench ${changeText(tables.curves!, 'edgebench')}, SWE-Gym with a verifier ${changeText(tables.curves!, 'swe-gym')}, R2E-Gym with verifiers ${changeText(tables.curves!, 'r2e-gym')}, self-choice ${changeText(tables.curves!, 'gab-parallel')}; against tokens some curves rise, others fall.`,
      n: `tasks: EdgeBench ${sizeText(meansOf(tables.curves!), 'edgebench')}, SWE-Gym ${sizeText(tables.curves!, 'swe-gym')}, R2E-Gym ${sizeText(tables.curves!, 'r2e-gym')}, General AgentBench ${sizeText(tables.curves!, 'gab-parallel')} (self-choice) and ${sizeText(tables.curves!, 'gab-tokens')} (tokens), Monkeys ${sizeText(tables.curves!, 'monkeys')}`,
      interval: student,
      level: '90 %',
      resampled: tasks,
    }),
  },
  {
    id: 'context',
    title: 'Success against raw context',
    width: 'full',
    tables: ['curves', 'readings'],
    spec: ({ tables, theme }) => contextPanels(tables.curves!, tables.readings!, theme),
    caption: ({ tables, measures }) => ({
      text: `Points with 90 % intervals. (a) to (e) General AgentBench: an agent is made to go on until its context has a length. (a) to (d) tasks that have a record at every budget, lines are least squares in ln x; (e) the judge’s score of runs with an execution rate, other tasks at each budget, ten or more, joined. Slopes within tasks, in points per e-fold: ${partsText(measures['raw-context-slope'])}; the mean over benchmarks ${valueText(measures['raw-context-slope'], 1)}, from 64k on ${valueText(optionOf(measures['raw-context-slope'], 'from 64k on'), 1)}. (f) beside, never judged: GPT-4.1 answers from longer and longer input in which only a part matters, so that success cannot rise.`,
      alt: 'Six panels. Success rises with the budget on search and swebench, moves little on tau2bench and mathhay, and falls on mcpbench; the input of Context Rot falls.',
      n: `${sizeText(tables.curves!, 'longmemeval')} questions, ${sizeText(tables.curves!, 'needle')} needles; tasks a curve ${sizeText(tables.curves!, 'general-agentbench')}`,
      interval: student,
      level: '90 %',
      resampled: tasks,
    }),
  },
  {
    id: 'managed-context',
    title: 'BrowseComp with and without context management',
    width: 'column',
    tables: ['arms'],
    spec: ({ tables, theme }) => managedPanel(sweepRows(tables.arms!, 'kimi-k2.5'), theme),
    caption: ({ tables, measures }) => ({
      text: `Shares of right answers as one vendor reports them for its own model and three others. Management adds ${fixed(measures['managed-context-gain']?.value, 1)} points on the average (${intervalText(measures['managed-context-gain'], 1)}, Student over ${measures['managed-context-gain']?.n ?? 'unknown'} models, which share their tasks). An agent that drops what it no longer needs works on beyond its window: more calls may be part of the gain.`,
      alt: `For each of ${measures['managed-context-gain']?.n ?? 'unknown'} models the point with management lies to the right of the one without.`,
      n: `${measures['managed-context-gain']?.n ?? 'unknown'} models, ${String(sweepRows(tables.arms!, 'kimi-k2.5')[0]?.n ?? 'unknown')} tasks`,
      interval: 'none drawn; in the text: Student',
      level: '90 %',
      resampled: 'models',
    }),
  },
  {
    id: 'tool-depth',
    title: 'Right answers against search calls',
    width: 'full',
    tables: ['curves', 'calls', 'secondary'],
    spec: ({ tables, theme }) => depthPanels(tables.curves!, tables.calls!, tables.secondary!, theme),
    caption: ({ tables, measures }) => ({
      text: `(a), (b) BrowseComp-Plus with two retrievers: low, medium and high effort of one model, with 90 % intervals and the line in ln x; grey: other agents. Slopes in points per e-fold: ${partsText(measures['tool-depth-slope'])}; their mean ${valueText(measures['tool-depth-slope'], 1)}, ladders or models as the unit, whichever is wider. Between agents ${fixed(measures['calls-across-agents']?.value, 1)} (${intervalText(measures['calls-across-agents'], 1)}). Effort raises thinking and calls together. (c) read in secondary form and never judged: the share of citations that hold after few and many calls.`,
      alt: 'Three panels over logarithmic axes of calls. Right answers rise along each ladder of effort; citations that hold fall from few to many calls.',
      n: `${sizeText(tables.curves!, 'gpt-oss-20B BM25')} questions; ${tables.calls!.length} agents with a retriever`,
      interval: student,
      level: '90 %',
      resampled: 'questions',
    }),
  },
  {
    id: 'agent-count',
    title: 'Success against the number of agents',
    width: 'full',
    tables: ['curves', 'silo', 'arms'],
    spec: ({ tables, theme }) => agentPanels(tables.curves!, tables.silo!, theme),
    caption: ({ tables, measures }) => ({
      text: `Points with 90 % intervals. (a), (b) LLM Teams, pre-assigned (mind the scale: most cells stand at the ceiling) and self-organised, by the parallel share of the job, mean over suites and models that were run with all sizes, and the line in ln n; (c), (d) CooperBench, two features at once, grey: (c) five models, (d) three ways to work together; (e) TeamBench, share passed by one agent with full access and by a team of three, grey: seven models; (f) Kim 2025, four architectures joined to the single agent, means over four benchmarks; (g) Silo-Bench, GPT-OSS-120B, mean over levels: a team of n against one agent on the same input, which grows with n, grey: teams of each of its models. Changes of CooperBench’s report: ${armsText(tables.arms!, 'cooperbench-report')}. Slopes in points per e-fold: ${partsText(measures['agent-count-slope'])}; their mean ${valueText(measures['agent-count-slope'], 1)}, Student over sweeps.`,
      alt: 'Seven panels. Self-organised teams fall with size, pre-assigned ones hardly move; two free agents succeed less often than one in the paper of CooperBench; a team of three in TeamBench passes more often than one; architectures of Kim 2025 hardly differ on the average; teams of Silo-Bench stay below one agent.',
      n: `LLM Teams ${sizeText(eachOf(tables.curves!), 'llm-teams pre-assigned')} and ${sizeText(eachOf(tables.curves!), 'llm-teams self-organised')} runs a point; CooperBench ${sizeText(tables.curves!, 'cooperbench')} and ${sizeText(tables.curves!, 'cooperbench-report')} pairs; TeamBench ${sizeText(meansOf(tables.curves!), 'teambench')} tasks`,
      interval: 'LLM Teams: normal, independent runs; others: widest errors; TeamBench: Student over tasks',
      level: '90 %',
      resampled: 'runs or tasks; models held fixed',
    }),
  },
  {
    id: 'missing-runs',
    title: 'What missing runs do to the trend',
    width: 'full',
    tables: ['readings'],
    spec: ({ tables, theme }) => missingRuns(tables.readings!, theme),
    caption: ({ tables, measures }) => {
      const last = tables.readings!.find(
        ({ benchmark, model, reading, x }) =>
          benchmark === 'search' && model === 'Qwen3-235B' && reading === 'as-published' && x === 128,
      )
      const judged = tables.readings!.find(({ reading }) => reading === 'judge')
      const lost = measures['search-lost-tasks']?.parts
      return {
        text: `The same runs read in several ways; budgets with fewer than ten runs in a reading are hidden, and lines are broken after 48k where Qwen3-235B started from another prompt. On search, ${String(last?.missing ?? 'unknown')} of ${String(last?.planned ?? 'unknown')} runs of Qwen3-235B at 128k left no record and were scored all the same; the band is all missing ones failed, or succeeded. From 112k to 128k success moves by ${valueText(measures['search-step-published'], 1)} points as published and by ${valueText(measures['search-step-recorded'], 1)} on tasks with a record at both. These look like harder ones: at 112k they succeed in ${fixed(lost?.[1]?.value, 0)} %, the lost ones in ${fixed(lost?.[0]?.value, 0)} % (difference ${valueText(measures['search-lost-tasks'], 0)}). On mcpbench the composite counts a missing execution rate as 0, and the judge’s score of such a run stands on a floor. From 64k the slope is ${valueText(measures['mcpbench-composite-published'], 1)} points per e-fold by the composite, ${valueText(measures['mcpbench-judge-published'], 1)} by the judge over all runs, and within tasks over rated runs ${partsText(measures['mcpbench-rated'])}; DeepSeek-R1 has hardly a rated run after 64k and is not estimated. The step from 64k to 80k alone, on tasks rated at both: ${partsText(measures['mcpbench-step-rated'])}. “Recorded” is other tasks at each budget, “same tasks” those with a record at every one.`,
        alt: 'Six panels of curves under several readings each. Qwen3-235B on search drops at the last budget as published and does not without the missing runs; on mcpbench the composite falls in all four models and the rated part of the judge’s score in three.',
        n: `search ${String(last?.planned ?? 'unknown')} tasks, mcpbench ${String(judged?.planned ?? 'unknown')}`,
        interval: 'rules: Wilson for shares, Student for scores; band: all missing ones failed, or succeeded',
        level: '90 %',
        resampled: 'tasks',
      }
    },
  },
])
