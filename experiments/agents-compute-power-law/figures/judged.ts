import { innerTail, normalQuantile } from '@lawbook/estimators'
import {
  axis,
  categoryAxis,
  type Figure,
  fixed,
  intervalRule,
  listNames,
  points,
  referenceLine,
  region,
  series,
  smallMultiples,
  valueText,
} from '@lawbook/figures'
import type { Measure, Row } from '@lawbook/schemas'
import { contests, formNames } from '../forms.ts'
import { only, titles } from './shared.ts'

const reach = 6
const forms = contests.map(({ form }) => form)
const names = Object.fromEntries(forms.map((form) => [form, formNames[form]!]))
const by = series({ field: 'form', names })
const marked = series({
  field: 'form',
  names: { ...names, beyond: 'beyond', none: 'not fitted' },
  legend: true,
})

const inside = ({ corrected }: Row): boolean => Math.abs(Number(corrected)) <= reach

/** A mark at the edge where a value or its 99 % interval goes on beyond the axis, and one where a form cannot be fitted. */
function marks(rows: readonly Row[]): Row[] {
  const beyond = rows.flatMap(({ title, form, corrected, lo995, hi995 }) => {
    const [low, high] = [Number(lo995 ?? corrected), Number(hi995 ?? corrected)]
    const at = [...(low < -reach ? [-reach] : []), ...(high > reach ? [reach] : [])]
    return at.map((corrected): Row => ({ title: title!, panel: form!, form: 'beyond', corrected }))
  })
  const none = [...new Set(rows.map(({ title }) => title!))].flatMap((title) =>
    forms
      .filter((form) => !rows.some((row) => row.title === title && row.form === form))
      .map((form): Row => ({ title, panel: form, form: 'none', corrected: 0 })),
  )
  return [...beyond, ...none]
}

export const heldOutError: Figure = {
  id: 'held-out-error',
  title: 'Held-out error of each power law less that of its best rival',
  width: 'full',
  tables: ['sweeps'],
  spec: ({ tables, theme, claims }) => {
    const line = claims['agent-summary/power-law-success']?.tolerance.value ?? 0
    const y = categoryAxis({ field: 'title', title: null, names: sameNames(Object.values(titles(tables.sweeps!))) })
    const x = axis({ field: 'corrected', title: 'points worse', domain: [-reach, reach] })
    const ends = ['lo90', 'hi90', 'lo995', 'hi995'] as const
    const cut = (row: Row) =>
      ends.map((end) => [end, Math.min(reach, Math.max(-reach, Number(row[end] ?? row.corrected)))])
    const rows = only(tables.sweeps!, 'title', 'form', 'corrected', ...ends).map(
      (row): Row => ({ ...row, ...Object.fromEntries(cut(row)), panel: row.form! }),
    )
    return smallMultiples({
      by: 'panel',
      names,
      columns: 3,
      width: theme.width - 110,
      height: 210,
      tables: { rows, points: [...rows.filter(inside), ...marks(tables.sweeps!)] },
      layers: (of) => [
        region({ x, from: line, to: reach, label: '' }),
        referenceLine({ across: 'x', position: x, at: 0 }),
        of('rows', intervalRule({ x, y, lo: 'lo995', hi: 'hi995', along: 'x', weight: 'outer', by: marked })),
        of('rows', intervalRule({ x, y, lo: 'lo90', hi: 'hi90', along: 'x', weight: 'inner', by: marked })),
        of('points', points({ x, y, by: marked })),
      ],
    })
  },
  caption: ({ tables, measures, claims }) => {
    const rows = tables.sweeps!
    const outside = rows
      .filter((row) => !inside(row))
      .map(({ title, corrected, form }) => `${String(title)} ${fixed(corrected, 1)} (${formNames[String(form)]!})`)
    return {
      text: `Root mean square error beyond the fitted budgets, of each form less its best rival with as many parameters in that sweep, bias subtracted. At the edge: values or intervals that go on beyond it; not fitted: four passes, too few for three parameters. Shaded: more than the ${fixed(claims['agent-summary/power-law-success']?.tolerance.value, 1)} points that the claim allows. Medians over sweeps: ${listNames(contests.map(({ form }) => `${formNames[form]!} ${medianWords(measures[`gap-${form}`])}`))}. Where a fit has no minimum, all forms of its size forecast the mean of that curve. ${outside.length === 0 ? '' : `Values beyond the axis: ${listNames(outside)}.`}`,
      alt: `Three columns of intervals, one a form, one row a sweep. Medians: ${contests.map(({ form }) => `${formNames[form]!} ${medianWords(measures[`gap-${form}`])}`).join(', ')} (points, 90 % intervals).`,
      n: `${Object.keys(titles(rows)).length} sweeps`,
      interval: 'normal, bootstrap over the tasks of a sweep; thin: 99 %, one-sided .5 %',
      level: '90 %',
      resampled: 'tasks within a sweep; the medians in the text also take sweeps as a sample',
    }
  },
}

const sameNames = (names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, name]))

function medianWords(measure: Measure | undefined): string {
  return measure?.value === null ? 'not given, since these ladders cannot tell' : valueText(measure, 2)
}

export const largestDeviations: Figure = {
  id: 'largest-deviations',
  title: 'How far measured success lies from each fitted power law at most',
  width: 'full',
  tables: ['errors'],
  spec: ({ tables, theme, claims }) => {
    const rows = tables.errors!.filter(({ statistic }) => statistic === 'deviation')
    const y = categoryAxis({ field: 'title', title: null, names: sameNames(Object.values(titles(rows))) })
    const z = -normalQuantile(innerTail)
    const shown = rows.map((row): Row => {
      const value = Math.max(0, Number(row.value) - Number(row.bias))
      const half = z * Number(row.se)
      return { title: row.title!, form: row.form!, value, lo: Math.max(0, value - half), hi: value + half }
    })
    const top = Math.ceil(Math.max(...shown.map(({ hi }) => Number(hi))))
    const x = axis({ field: 'value', title: 'largest deviation (points)', domain: [0, top] })
    const at = claims['agent-summary/power-law-success-adequate']?.tolerance.value ?? 0
    return smallMultiples({
      by: 'form',
      names: by.names,
      columns: 3,
      width: theme.width - 110,
      height: 150,
      tables: { rows: shown },
      layers: (of) => [
        region({ x, from: at, to: top, label: '' }),
        of('rows', intervalRule({ x, y, lo: 'lo', hi: 'hi', along: 'x', weight: 'inner', by })),
        of('rows', points({ x, y, by })),
      ],
    })
  },
  caption: ({ tables, measures, claims }) => {
    const rows = tables.errors!.filter(({ statistic }) => statistic === 'deviation')
    return {
      text: `Largest absolute deviation of measured success from each form fitted to the whole curve, mean over the curves of a sweep, bias subtracted; sweeps with more than four budgets. Shaded: more than ${fixed(claims['agent-summary/power-law-success-adequate']?.tolerance.value, 0)} points. Medians over sweeps: ${listNames(forms.map((form) => `${formNames[form]!} ${medianWords(measures[`deviation-${form}`])}`))}.`,
      alt: `Intervals of the largest deviation of three forms for ${Object.keys(titles(rows)).length} sweeps.`,
      n: `${Object.keys(titles(rows)).length} sweeps`,
      interval: 'normal, bootstrap over the tasks of a sweep',
      level: '90 %',
      resampled: 'tasks within a sweep; the medians in the text also take sweeps as a sample',
    }
  },
}
