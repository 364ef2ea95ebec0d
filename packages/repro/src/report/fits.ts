import type { FitRecord } from '@lawbook/schemas'
import type { ClaimView } from '../read/claimView.ts'
import { count, sayInterval, sayNumber, sayUnit } from '../say.ts'
import { escapeMarkdown } from '../show/text.ts'
import { type Html, html } from './html.ts'

/** The columns of the table of fits, and what stands in them: everything that the record requires. */
const columns: readonly (readonly [head: string, cell: (fit: FitRecord) => string])[] = [
  ['Law', ({ law, equation }) => `${law}: ${equation}`],
  ['Series', ({ series }) => series],
  ['Rows', rows],
  ['Loss', ({ loss, weights }) => `${loss}; weights ${weights}`],
  ['Optimiser', optimiser],
  ['Status', ({ status, boundsHit }) => (boundsHit.length === 0 ? status : `${status}: ${boundsHit.join(', ')}`)],
  ['Parameters', parameters],
  ['Closeness', closeness],
  ['Extrapolation error', extrapolation],
  ['Rivals', rivals],
  ['Sensitivity', sensitivity],
  ['Rounding', rounding],
]

/** The fits behind these claims, experiment by experiment: each once, those without fits left out. */
function fitsOf(views: readonly FitView[]): [experiment: string, fits: readonly FitRecord[]][] {
  const all = new Map(views.map(({ claim, fits }) => [claim.experiment, fits] as const))
  return [...all].filter(([, fits]) => fits.length > 0)
}

/** What is needed of a claim to list the fits behind it. */
type FitView = Pick<ClaimView, 'fits'> & { readonly claim: Pick<ClaimView['claim'], 'experiment'> }

/** The fits of every experiment, folded away: a table each. */
export function fitSections(views: readonly FitView[]): Html[] {
  return fitsOf(views).map(
    ([experiment, fits]) => html`<details><summary>${heading(experiment, fits)}</summary>
<div class="table" tabindex="0" role="region" aria-label="${`Fits of ${experiment}`}"><table>
<thead><tr>${columns.map(([head]) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${fits.map((fit) => html`<tr>${columns.map(([, cell]) => html`<td>${cell(fit)}</td>`)}</tr>`)}</tbody>
</table></div></details>
`,
  )
}

/** The same in Markdown. */
export function fitMarkdown(views: readonly FitView[]): string[] {
  const row = (cells: readonly string[]): string => `| ${cells.map(escapeMarkdown).join(' | ')} |`
  return fitsOf(views).flatMap(([experiment, fits]) => [
    `<details><summary>${escapeMarkdown(heading(experiment, fits))}</summary>`,
    '',
    row(columns.map(([head]) => head)),
    `|${' --- |'.repeat(columns.length)}`,
    ...fits.map((fit) => row(columns.map(([, cell]) => cell(fit)))),
    '',
    '</details>',
    '',
  ])
}

function heading(experiment: string, fits: readonly FitRecord[]): string {
  return `Fits of ${experiment}: ${count(fits.length, 'fit')}`
}

function rows({ row, n, exclusions, domain }: FitRecord): string {
  const left = exclusions.map(({ reason, n }) => `${sayNumber(n)} ${reason}`)
  return `${sayNumber(n)}: ${row}; ${domain}; excluded: ${left.length === 0 ? 'none' : left.join(', ')}`
}

function optimiser({ optimiser: { method, agreeing, starts, iterations } }: FitRecord): string {
  if (agreeing === null) return `${method}, solved directly`
  return `${method}; ${sayNumber(agreeing)} of ${count(starts, 'start')} agree, ${count(iterations, 'iteration')}`
}

function closeness({ r2, largestDeviation }: FitRecord): string {
  const said = (value: number | null | undefined): string => (value == null ? 'unknown' : sayNumber(value))
  return `R² ${said(r2)}, largest deviation ${said(largestDeviation)}`
}

function sensitivity({ sensitivity: own, parameters }: FitRecord): string {
  if ('reason' in own) return own.reason
  const unit = (name: string): string => sayUnit(parameters.find((one) => one.name === name)?.unit ?? '1')
  const changes = own.changes.map(
    ({ dropped, worst, parameter, change }) =>
      `${parameter} by ${sayNumber(change)}${unit(parameter)} without the ${dropped} ${worst}`,
  )
  const lost = own.unfitted.map(({ dropped, label, status }) => `${status} without the ${dropped} ${label}`)
  return [...changes, ...lost].join(', ')
}

function parameters({ parameters, interval }: FitRecord): string {
  if (parameters.length === 0) return '–'
  const value = ({ name, value, unit }: FitRecord['parameters'][number]): string =>
    `${name} = ${sayNumber(value)}${sayUnit(unit)}`
  if ('reason' in interval) return `${parameters.map(value).join(', ')}; no intervals: ${interval.reason}`
  const each = parameters.map((one) => `${value(one)} ${sayInterval(one.i90)}`)
  return `${each.join(', ')}; ${interval.level} by ${interval.method}, ${interval.resampled}`
}

function extrapolation({ extrapolation: own }: FitRecord): string {
  if ('reason' in own) return own.reason
  const said = `${sayNumber(own.error)}${sayUnit(own.unit)} beyond ${sayNumber(own.from)}, up to ${sayNumber(own.to)}`
  return own.status === 'converged' ? said : `${said} (${own.status})`
}

function rounding({ rounding: own }: FitRecord): string {
  return 'reason' in own ? own.reason : `${sayNumber(own.error)}${sayUnit(own.unit)} at ${count(own.digits, 'digit')}`
}

function rivals({ rivals: own }: FitRecord): string {
  if ('reason' in own) return own.reason
  return own.map(({ law, status, error }) => `${law} ${error === null ? status : sayNumber(error)}`).join(', ')
}
