import { fitChecklist, fitLaw, lawById } from '@lawbook/estimators'
import type { FitRecord } from '@lawbook/schemas'
import type { Choices } from './choices.ts'
import { fittedCount } from './forecast.ts'
import { contests } from './forms.ts'
import { isLongSweep } from './judge.ts'
import type { Sweep } from './sweeps.ts'

const rows: Readonly<Record<Sweep['place']['published'], string>> = {
  coverage: 'the published share of tasks solved by at least one of so many attempts',
  selected: 'the published success of the attempt that a verifier selects',
  solved: 'the share of tasks solved by at least one of so many passes, from all subsets of the passes',
  tasks: 'the mean outcome of the tasks at one budget',
}

/** The contested forms on the first curve of every sweep, with what a reader needs to fit them again. */
export function fitRecords(sweeps: readonly Sweep[], choices: Choices): FitRecord[] {
  return sweeps.flatMap((sweep) =>
    contests.flatMap(({ form, rivals, parameters }): FitRecord[] => {
      if (parameters === 3 && !isLongSweep(sweep)) return []
      const { x, y, label } = sweep.curves[0]!
      const law = lawById(form)
      return [
        fitChecklist({
          id: `${form}-${sweep.id}`,
          law,
          points: { x, y },
          fit: fitLaw(law, x, y),
          series: `${sweep.place.title}: ${label}`,
          row: rows[sweep.place.published],
          unit: 'success',
          exclusions: [],
          weights: 'equal',
          interval: {
            reason: 'points of a curve share their tasks; the intervals that decide are those of the held-out errors',
          },
          rivals: rivals.map(lawById),
          from: x[fittedCount(x, choices.fewestFitted) - 1]!,
          digits: 3,
        }),
      ]
    }),
  )
}
