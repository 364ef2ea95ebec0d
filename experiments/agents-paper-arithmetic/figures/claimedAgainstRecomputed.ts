import { above, axis, categoryAxis, type Figure, fixed, panel, referenceLine, region, series } from '@lawbook/figures'
import { digits, equalities, outside } from './compared.ts'
import { arithmetic, forest, rowHeight } from './forest.ts'

export const claimedAgainstRecomputed: Figure = {
  id: 'claimed-against-recomputed',
  title: "The agent paper's numbers against each other",
  width: 'full',
  tables: [],
  spec: (inputs) => {
    const { theme, measures } = inputs
    const own = series({ field: 'kind', names: { recomputed: 'recomputed' } })
    const rows = equalities(inputs).map((row) => ({ ...row, kind: 'recomputed' }))
    const plain = axis({
      field: 'x',
      title: 'distance from the printed, in its half-widths',
      domain: [-1000, 1000],
      ticks: [-100, -10, -1, 1, 10, 100],
      format: ',.0f',
    })
    const x = { ...plain, scale: { ...plain.scale, type: 'symlog' as const, constant: 1 } }
    const y = categoryAxis({
      field: 'claim',
      title: null,
      names: Object.fromEntries(rows.map(({ claim, label }) => [claim, label])),
    })
    const terms = (measures['efficiency-term-gap']!.parts ?? []).map(({ label, value, i90 }) => ({
      kind: 'recomputed',
      who: label,
      x: value,
      lo: i90?.[0] ?? null,
      hi: i90?.[1] ?? null,
    }))
    const term = axis({ field: 'x', title: 'efficiency term at 16 tools (a loss is negative)', domain: [-2.5, 0.5] })
    const who = categoryAxis({ field: 'who', title: null, names: { single: 'single agent', hybrid: 'hybrid team' } })
    return above(
      panel({
        title: '(a) equal to the printed digits?',
        width: theme.width,
        height: theme.fontSize * rowHeight * rows.length,
        layers: [
          region({ x, from: -1, to: 1, label: '' }),
          referenceLine({ across: 'x', position: x, at: 0 }),
          ...forest(rows, x, y, own),
        ],
      }),
      panel({
        title: '(b) does the term spare the single agent?',
        width: theme.width,
        height: theme.fontSize * rowHeight * terms.length,
        layers: [referenceLine({ across: 'x', position: term, at: 0 }), ...forest(terms, term, who, own)],
      }),
    )
  },
  caption: (inputs) => {
    const rows = equalities(inputs)
    const [single, hybrid] = inputs.measures['efficiency-term-gap']!.parts!
    return {
      text: `Numbers of arXiv 2512.08296, version 2, recomputed from its other numbers. (a) Grey: what the printed digits, or the printed range, allow. The axis is linear near 0 and logarithmic beyond. (b) The paper’s own product ${digits('tools-coefficient')} × ${digits('tools')} × efficiency: a single agent loses ${fixed(-single!.value!, 2)}, a hybrid team ${fixed(-hybrid!.value!, 2)}.`,
      alt: `Dot plot of ${rows.length} comparisons. Off the grey band: ${outside(rows)}. Below, two points: the single agent at ${fixed(single!.value, 2)}, the hybrid team at ${fixed(hybrid!.value, 2)}.`,
      n: `${rows.length + 1} comparisons`,
      ...arithmetic,
    }
  },
}
