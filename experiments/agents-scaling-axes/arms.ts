import type { Row } from '@lawbook/schemas'
import { sweepById } from './axes.ts'
import type { Observed } from './observed.ts'
import { byTask } from './series.ts'

const sweepsOfArms = ['kimi-k2.5', 'cooperbench-report', 'kim-2025']

/** The arms that stand behind one sweep: each with its share without and with the resource, and the change in points. */
export function armRows({ sweeps }: Observed): Row[] {
  return sweepsOfArms.flatMap((id) =>
    sweeps.get(id)!.series.flatMap((one): Row[] => {
      if (byTask(one)) return []
      const { setting, model } = one.about
      const [first, last] = [one.y[0]!, one.y.at(-1)!]
      const n = Number.isNaN(one.n.at(-1)!) ? null : one.n.at(-1)!
      const arm = String(setting ?? model)
      const label = sweepById(id).label
      return [
        { sweep: id, label, arm, from: one.x[0]!, to: one.x.at(-1)!, first, last, change: 100 * (last - first), n },
      ]
    }),
  )
}
