import { forms } from '@lawbook/audit'
import type { StreamFactory } from '@lawbook/base'
import type { Row } from '@lawbook/schemas'
import { worldRow } from '@lawbook/worlds'
import type { Cell } from './cells.ts'
import type { ForecastChoices } from './choices.ts'
import { forecastsOf } from './errors.ts'
import { designs } from './growth.ts'
import { halves } from './growthEvidence.ts'
import { growthWorlds, plantedCells } from './growthWorlds.ts'
import { choose, forecastNames, judge } from './judge.ts'
import { optimismOf } from './optimism.ts'
import { plantedProbes, probeWorlds } from './probeWorlds.ts'

/** Every planted world through the choice of a form and the judged measures: one row a (world, replicate, measure). */
export function plantedRows(packages: readonly number[], choices: ForecastChoices, stream: StreamFactory): Row[] {
  const rows: Row[] = []
  for (let replicate = 0; replicate < choices.replicates; replicate++) {
    for (const world of Object.keys(growthWorlds)) {
      const found = judgeWorld(world, choices, stream('growth', world, replicate))
      for (const name of forecastNames) rows.push(worldRow(world, replicate, name, found?.[name] ?? null))
    }
    for (const world of Object.keys(probeWorlds)) {
      const probed = plantedProbes(world, packages, choices, stream('probes', world, replicate))
      rows.push(
        worldRow(world, replicate, 'optimism', optimismOf([probed])[choices.probeSizes.indexOf(choices.probeSize)]!),
      )
    }
  }
  return rows
}

function judgeWorld(world: string, choices: ForecastChoices, stream: ReturnType<StreamFactory>) {
  const draws = designs.length * choices.draws.reduce((sum, { draws: count }) => sum + count, 0)
  const cells = plantedCells({ world, draws, choices, stream })
  const competing = forms.filter(({ law }) => choices.plantedLaws.includes(law))
  const [calibration, test] = halves.map((half) => cells.filter((cell) => cell.half === half)) as [Cell[], Cell[]]
  const chosen = choose(forecastsOf(calibration, competing, choices.factors), calibration, choices)
  if (chosen === null) return null
  return judge(chosen, forecastsOf(test, [chosen.form, chosen.line], choices.factors), test, choices)
}
