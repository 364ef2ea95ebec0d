import { cellNumber } from '../../checks/numbers.ts'
import { columnReasons, sameNumber } from '../../checks/rows.ts'
import { sampleOf } from '../../checks/samples.ts'
import { judgeProduced, type Step, sourcesOf, tableOf } from '../../checks/step.ts'

type Bin = { readonly from: number; readonly to: number; readonly count: number }

/**
 * Bins of equal width from the least value to the greatest, as many as asked for, with every value counted once. A value
 * on a border may count on either side of it; so each bin holds at least the values inside and at most those with its ends.
 */
export default function check(step: Step): string[] {
  return judgeProduced(step, ['.csv'], (name) => {
    const source = tableOf(step.before, sourcesOf(step, ['.csv'])[0]!)
    const product = tableOf(step.after, name)
    const columns = columnReasons(name, product, ['from', 'to', 'count'])
    if (columns.length > 0) return columns
    const bins = product.rows
      .map((row) => ({ from: cellNumber(row.from), to: cellNumber(row.to), count: cellNumber(row.count) }))
      .sort((a, b) => a.from - b.from)
    const sample = sampleOf(source.rows, String(step.input.by)).sort((a, b) => a - b)
    return [...edges(bins, sample, Number(step.input.groups ?? 10)), ...counts(bins, sample)]
  })
}

function edges(bins: readonly Bin[], sample: readonly number[], asked: number): string[] {
  const [least, greatest] = [sample[0]!, sample.at(-1)!]
  const groups = least === greatest ? 1 : asked
  if (bins.length !== groups) return [`there are ${bins.length} bins instead of ${groups}`]
  const edge = (i: number): number => (least * (groups - i) + greatest * i) / groups
  const at = bins.findIndex(({ from, to }, i) => !sameNumber(from, edge(i)) || !sameNumber(to, edge(i + 1)))
  return at < 0 ? [] : [`bin ${at + 1} does not reach from ${edge(at)} to ${edge(at + 1)}`]
}

function counts(bins: readonly Bin[], sample: readonly number[]): string[] {
  const total = bins.reduce((sum, { count }) => sum + count, 0)
  if (total !== sample.length) return [`the counts add up to ${total} instead of ${sample.length}`]
  const within = ({ from, to }: Bin, margin: number): number =>
    sample.filter((value) => value > from - margin && value < to + margin).length
  const wrong = bins.find((bin) => bin.count < within(bin, -2e-6) || bin.count > within(bin, 2e-6))
  return wrong === undefined ? [] : [`the bin from ${wrong.from} counts ${wrong.count} values`]
}
