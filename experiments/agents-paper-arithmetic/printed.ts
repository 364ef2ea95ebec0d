import type { DataHandle } from '@lawbook/experiment'
import { architectures } from './cells.ts'

/**
 * One number as the paper prints it. `rounded` numbers stand for everything within half a unit of their last digit,
 * `hundreds` (a budget that ends in two zeros) for everything within 50, `exact` ones (counts) for themselves.
 */
export type Printed = {
  readonly symbol: string
  readonly digits: string
  readonly precision: 'rounded' | 'hundreds' | 'exact'
  readonly meaning: string
  /** Section, table or figure of version 2 of arXiv 2512.08296, which is paged. */
  readonly where: string
}

function rounded(symbol: string, digits: string, meaning: string, where: string): Printed {
  return { symbol, digits, precision: 'rounded', meaning, where }
}
function exact(symbol: string, digits: string, meaning: string, where: string): Printed {
  return { symbol, digits, precision: 'exact', meaning, where }
}

/** A row of Table 5, in the order single, independent, decentralized, centralized, hybrid. */
function table5(symbol: string, meaning: string, digits: readonly string[]): Printed[] {
  return Object.keys(architectures).map((architecture, i) =>
    rounded(`${symbol}-${architecture}`, digits[i]!, `${meaning}, ${architecture}`, 'Table 5, p.20'),
  )
}

/**
 * Relative changes against the single agent on one benchmark, in % (independent ones and one hybrid from Figure 2).
 * Five of them are printed elsewhere with another last digit; those of section 4.2 on page 13 stand here.
 */
function changes(
  benchmark: string,
  digits: Readonly<Record<string, string>>,
  fromFigure: readonly string[],
): Printed[] {
  return Object.entries(digits).map(([team, change]) =>
    rounded(
      `change-${benchmark}-${team}`,
      change,
      `relative change of success, ${benchmark}, ${team}, %`,
      fromFigure.includes(team) ? 'Figure 2, p.11' : 'section 4.2, p.13',
    ),
  )
}

function means(benchmark: string, digits: Readonly<Record<string, string>>): Printed[] {
  return Object.entries(digits).map(([architecture, success]) =>
    rounded(
      `mean-${benchmark}-${architecture}`,
      success,
      `mean success, ${benchmark}, ${architecture}`,
      benchmark === 'workbench' && architecture === 'centralized' ? 'section 4.3, p.18' : 'section 4.2, p.13',
    ),
  )
}

/** Every number of arXiv 2512.08296 (version 2) that the checks use: the only place where they are typed. */
export const printed: readonly Printed[] = [
  ...table5('success', 'success rate', ['0.466', '0.370', '0.477', '0.463', '0.452']),
  ...table5('turns', 'mean turns', ['7.2', '11.4', '26.1', '27.7', '44.3']),
  ...table5('turns-sd', 'standard deviation of turns', ['2.1', '3.2', '7.5', '8.1', '12.4']),
  ...table5('overhead', 'overhead, %', ['0', '58', '263', '285', '515']),
  ...table5('efficiency', 'coordination efficiency', ['0.466', '0.234', '0.132', '0.120', '0.074']),
  ...table5('per-thousand', 'successes per 1,000 tokens', ['67.7', '42.4', '23.9', '21.5', '13.6']),
  ...means('finance', { single: '0.349', decentralized: '0.609', centralized: '0.631', hybrid: '0.604' }),
  ...means('workbench', { single: '0.629', decentralized: '0.664', centralized: '0.621' }),
  ...means('browse', { single: '0.318', decentralized: '0.347' }),
  ...means('craft', {
    single: '0.568',
    independent: '0.170',
    decentralized: '0.332',
    centralized: '0.282',
    hybrid: '0.346',
  }),
  ...changes('finance', { independent: '57', decentralized: '74.5', centralized: '80.8', hybrid: '73.1' }, [
    'independent',
  ]),
  ...changes('workbench', { independent: '−11', decentralized: '5.7', centralized: '−1.2', hybrid: '−1.2' }, [
    'independent',
  ]),
  ...changes('browse', { independent: '−35', decentralized: '9.2', centralized: '0.2', hybrid: '6' }, [
    'independent',
    'hybrid',
  ]),
  ...changes('craft', { independent: '−70.1', decentralized: '−41.5', centralized: '−50.3', hybrid: '−39.1' }, []),
  rounded('amplification-independent', '17.2', 'error amplification of independent teams', 'Table 5, p.20'),
  rounded('mean-change', '−3.5', 'mean relative change of teams, %', 'section 4.2, p.14'),
  rounded('mean-change-low', '−18.6', 'lower end of its 95 % interval, %', 'section 4.2, p.14'),
  rounded('mean-change-high', '25.7', 'upper end of its 95 % interval, %', 'section 4.2, p.14'),
  rounded('change-sd', '45.2', 'standard deviation of relative changes, %', 'section 4.2, p.14'),
  rounded('hybrid-workbench', '0.21', 'success of hybrid teams on WorkBench, as the text has it', 'section 4.3, p.18'),
  { ...exact('budget', '4,800', 'mean tokens a trial, every architecture', 'Table 5, p.20'), precision: 'hundreds' },
  rounded('token-budget-hybrid', '6.2', 'token budget of hybrid teams relative to one agent', 'section 4.3, p.18'),
  rounded('law-scale', '2.72', 'scale of the turn law', 'section 4.4, p.19'),
  rounded('law-shift', '0.5', 'shift of the turn law', 'section 4.4, p.19'),
  rounded('law-exponent', '1.724', 'exponent of the turn law', 'section 4.4, p.19'),
  rounded('law-exponent-low', '1.685', 'lower end of its 95 % interval', 'section 4.4, p.19'),
  rounded('law-exponent-high', '1.763', 'upper end of its 95 % interval', 'section 4.4, p.19'),
  rounded('law-r2', '0.974', 'R² of the turn law', 'section 4.4, p.19'),
  exact('law-size', '6', 'agents in the extrapolation', 'section 4.4, p.23'),
  rounded('law-turns-low', '12.8', 'fewest turns predicted for six agents', 'section 4.4, p.23'),
  rounded('law-turns-high', '20.1', 'most turns predicted for six agents', 'section 4.4, p.23'),
  rounded('law-turns-centralized-low', '85', 'fewest turns centralized teams would reach (about)', 'section 4.4, p.23'),
  rounded('law-turns-centralized-high', '130', 'most turns centralized teams would reach (about)', 'section 4.4, p.23'),
  exact('configurations', '180', 'configurations', 'section 4.1, p.10'),
  exact('architectures', '5', 'architectures', 'section 4.1, p.12'),
  exact('benchmarks', '4', 'benchmarks', 'section 4.1, p.10'),
  exact('models', '9', 'models, three of each of three families', 'section 4.1, p.12'),
  exact('instance-runs', '15,750', 'instance runs', 'Table 5, p.20'),
  exact('instances-finance', '50', 'instances of Finance-Agent', 'appendix E.4, p.37'),
  exact('instances-workbench', '100', 'instances of WorkBench', 'appendix E.4, p.37'),
  exact('instances-browse', '100', 'instances of BrowseComp-Plus', 'appendix E.4, p.37'),
  exact('instances-craft', '100', 'instances of PlanCraft', 'appendix E.4, p.37'),
  rounded('threshold-standardized', '0.129', 'decision boundary, standardized', 'section 4.3, p.19'),
  rounded('threshold', '0.45', 'decision boundary, as a success rate (about)', 'section 4.3, p.19'),
  rounded('agents-coefficient-low', '−0.061', 'lower end of the interval of log(1 + n)', 'Table 4, p.20'),
  rounded('agents-coefficient-high', '0.166', 'upper end of the interval of log(1 + n)', 'Table 4, p.20'),
  rounded('baseline-coefficient', '−0.404', 'coefficient of baseline × log(1 + n)', 'Table 4, p.20'),
  rounded('tools-coefficient', '−0.267', 'coefficient of efficiency × tools', 'Table 4, p.20'),
  exact('tools', '16', 'tools of the worked example', 'section 4.3, p.17'),
]

/** The printed numbers as a data handle, so that a planted table can stand in for them. */
export const printedNumbers: DataHandle<readonly Printed[]> = { id: 'printed', load: async () => printed }
