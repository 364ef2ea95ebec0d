import { byCodeUnit } from '@lawbook/base'
import { csvToTable, type Row } from '@lawbook/schemas'
import type { AgentRow } from '../row.ts'
import { browseCompPlus, budgetReports, contextManagement, contextRot, toolDepth } from './contextAndTools.ts'
import { edgeBench } from './edgeBench.ts'
import { gabParallel } from './gabParallel.ts'
import { gabSequential } from './gabSequential.ts'
import { kim2025, macNet, scalabilityReference } from './kim2025.ts'
import { agentsThatMatter, hal, swebenchLeaderboards, tau2Bench } from './leaderboards.ts'
import { llmTeams, llmTeamsRuns } from './llmTeams.ts'
import type { Derivation, ReadFile } from './make.ts'
import { miniSweAgent, miniSweAgentRuns } from './miniSweAgent.ts'
import { openHands, openHandsRuns } from './openHands.ts'
import { repeatedSampling } from './repeatedSampling.ts'
import { cooperBench, siloBench, sizeSweeps, subagentThroughput, teamBench } from './teams.ts'
import { tauBench, terminalBench } from './trials.ts'

const published: readonly Derivation[] = [
  repeatedSampling,
  miniSweAgent,
  edgeBench,
  gabSequential,
  gabParallel,
  hal,
  openHands,
  swebenchLeaderboards,
  terminalBench,
  tauBench,
  tau2Bench,
  agentsThatMatter,
  browseCompPlus,
  contextRot,
  contextManagement,
  toolDepth,
  budgetReports,
  siloBench,
  llmTeams,
  cooperBench,
  teamBench,
  subagentThroughput,
  sizeSweeps,
  kim2025,
  macNet,
  scalabilityReference,
]
const runs: readonly Derivation[] = [llmTeamsRuns, miniSweAgentRuns, openHandsRuns]

/** The table of published figures, from the original files (texts by name): what `rows/` holds, by source. */
export function derive(files: Readonly<Record<string, string>>): AgentRow[] {
  return rowsOf(published, files)
}

/** Rows of single runs, in the same columns: what only a reader who has the original files can see. */
export function deriveRuns(files: Readonly<Record<string, string>>): AgentRow[] {
  return rowsOf(runs, files)
}

function rowsOf(derivations: readonly Derivation[], files: Readonly<Record<string, string>>): AgentRow[] {
  const read = reader(files)
  const rows = derivations.flatMap((derivation) => derivation(read))
  // Sources in order, the rows of a source in the order of their file.
  return rows
    .map((row, at) => ({ row, at }))
    .sort((a, b) => byCodeUnit(a.row.source, b.row.source) || a.at - b.at)
    .map(({ row }) => row)
}

function reader(files: Readonly<Record<string, string>>): ReadFile {
  const tables = new Map<string, readonly Row[]>()
  return (file) => {
    const known = tables.get(file) ?? csvToTable(files[file]!, file)
    tables.set(file, known)
    return known
  }
}
