import {
  axis,
  beside,
  categoryAxis,
  type Figure,
  fixed,
  intervalRule,
  line,
  localRouters,
  logAxis,
  panel,
  points,
  referenceLine,
  series,
} from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { choices } from '../choices.ts'
import { groundIds } from '../grounds.ts'
import { rivals } from '../models.ts'
import { groundNames, modelNames, reach, sizeText } from './words.ts'

const [smallest, largest] = [Math.min(...choices.ladder), Math.max(...choices.ladder)]

/** What each model of the rescue errs by on families left out, and the contrasts that are judged. */
export const modelErrors: Figure = {
  id: 'model-errors',
  title: 'Error of four models of the rescue on families of routers left out',
  width: 'full',
  tables: ['errors', 'contrasts', 'routers'],
  spec: ({ tables, theme }) => {
    const by = series({ field: 'model', names: modelNames, legend: true })
    const errors = tables.errors!
    const x = logAxis({ field: 'size', title: 'library size N', domain: [smallest, largest], ticks: choices.ladder })
    const y = axis({ field: 'squared', title: 'error (points)', domain: reach(errors, ['squared'], [0]) })
    const rows = tables.contrasts!.map((row): Row => ({ ...row, model: row.rival!, key: `${row.ground} ${row.rival}` }))
    const keys = groundIds.flatMap((ground) => rivals.map(({ id }) => [`${ground} ${id}`, groundNames[ground]]))
    const along = axis({
      field: 'value',
      title: 'rival’s error less that of b ln κ (points)',
      domain: reach(rows, ['lo995', 'hi995', 'value'], [0]),
    })
    const rival = categoryAxis({ field: 'key', title: null, names: Object.fromEntries(keys) })
    return beside(
      panel({
        width: theme.width / 2 - 40,
        height: 130,
        rows: errors,
        title: '(a) by library size',
        layers: [line({ x, y, by }), points({ x, y, by })],
      }),
      panel({
        width: theme.width / 2 - 100,
        height: 130,
        rows,
        title: `(b) at N = ${choices.size}`,
        layers: [
          referenceLine({ across: 'x', position: along, at: 0 }),
          intervalRule({ x: along, y: rival, lo: 'lo995', hi: 'hi995', by, along: 'x', weight: 'outer' }),
          intervalRule({ x: along, y: rival, lo: 'lo90', hi: 'hi90', by, along: 'x', weight: 'inner' }),
          points({ x: along, y: rival, by }),
        ],
      }),
    )
  },
  caption: ({ tables, measures }) => {
    const at = tables
      .errors!.filter(({ size }) => size === choices.size)
      .map(({ title, squared }) => `${title} ${fixed(squared, 1)}`)
    const families = measures.families
    return {
      text: `Each model of P(B | executed state) has one parameter, is fitted to the routers of all families but one and predicts that one from its P(B | state of another pair) and its b; root of the mean squared error over families. At N = ${choices.size}: ${at.join(', ')} points. (a) and the first rows of (b) have the skills that left the two states in every library; the other rows have the own one always and the other by chance, which was the rule first fixed, and both in none. The claim needs the first three contrasts above zero; the smallest is ${fixed(measures.coupling?.value, 2)}. ${(families?.value ?? 0) < choices.families ? `With ${families?.value} families of routers, where ${choices.families} are needed, nothing is decided: the intervals stand for what they would say if the routers were families enough. ` : ''}By their participation ratio the routers are worth ${fixed(measures['participation-ratio']?.value, 1)} independent ones. ${localRouters}`,
      alt: `Lines of error against library size for four models, and a forest plot of contrasts with b ln κ, three on each of three grounds. Errors at N = ${choices.size}: ${at.join(', ')} points.`,
      n: sizeText(measures.coupling?.n, tables.routers!),
      interval:
        '(b): delete-one jackknife over second-step skills and over families, of each limit the farther; thick 90 %, thin 99.5 % (one-sided, divided by three)',
      level: '90 % and 99.5 %',
      resampled: 'second-step skills; families of routers',
    }
  },
}
