import { sayCount } from '../counted.ts'
import type { AuditReport, Finding } from '../report.ts'
import type { Block, Section } from './block.ts'
import { sayLibrary, sayPlaces } from './labels.ts'
import { pageOf } from './page.ts'
import { escaped, forecastPlot, outcomeBars } from './svg.ts'

/** How many rows a list of the page has: enough to work from, few enough for 300 skills to stay below 300 kB. */
const rowsShown = 60
const findingsShown = 400

const style = `:root{color-scheme:light dark;--ink:#1b1f24;--paper:#fff;--soft:#f3f4f6;--line:#c9ced6;--right:#1b7f5c;--acceptable:#7fb8a4;--wrong:#b3402e;--missed:#8b8f98;--mark:#2455a4}
@media (prefers-color-scheme:dark){:root{--ink:#e6e8eb;--paper:#14171b;--soft:#1f242b;--line:#454c57;--right:#4cc39a;--acceptable:#2f6d5a;--wrong:#e0755f;--missed:#7b818c;--mark:#7ea6ec}}
body{font:15px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);max-width:1000px;margin:2rem auto;padding:0 1rem}
h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem;border-bottom:1px solid var(--line)}
table{border-collapse:collapse;display:block;overflow-x:auto}td,th{padding:.2rem .7rem .2rem 0;text-align:left;vertical-align:top}th{font-weight:600}.r{text-align:right}
td{border-top:1px solid var(--line)}li{margin:.4rem 0}li small{display:block}small,.where{opacity:.75}code{background:var(--soft)}
svg{max-width:100%;height:auto;display:block;margin:1rem 0}svg text{font-size:12px;fill:var(--ink)}
.right{fill:var(--right)}.acceptable{fill:var(--acceptable)}.wrong{fill:var(--wrong)}.missed{fill:var(--missed)}
.grid{stroke:var(--line);stroke-width:.5}.curve,.ahead,.reference{fill:none;stroke:var(--mark);stroke-width:2}.ahead{stroke-dasharray:2 4}.reference{stroke:var(--missed);stroke-dasharray:6 4;stroke-width:1.2}.interval{stroke:var(--mark)}.point{fill:var(--mark)}
.error{color:var(--wrong)}`

/** A report as one HTML page: no script, no request to anywhere, light and dark, every text escaped. */
export function htmlOf(report: AuditReport): string {
  const title = `${escaped(report.library.source)}: ${sayLibrary(report.library)}`
  const sections = pageOf(report, { top: rowsShown }).map((section) => sectionHtml(section, report))
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title><style>${style}</style></head>
<body><h1>${title}</h1>
${sections.join('\n')}
</body></html>
`
}

function sectionHtml({ id, title, blocks }: Section, report: AuditReport): string {
  const shown = id === 'findings' ? findingsTable(report.findings) : blocks.map(blockHtml).join('\n')
  return `<section id="${id}"><h2>${escaped(title)}</h2>\n${pictureOf(id, report)}${shown}</section>`
}

function pictureOf(id: Section['id'], { outcomes, picks, forecast }: AuditReport): string {
  if (id === 'outcomes' && outcomes !== null)
    return outcomeBars(outcomes.routers.map(({ id: name, outcome }) => ({ name, outcome })))
  if (id === 'picks' && picks?.outcome != null) return outcomeBars([{ name: 'your agent', outcome: picks.outcome }])
  return id === 'forecast' ? forecastPlot(forecast) : ''
}

function blockHtml(block: Block): string {
  if (block.kind === 'line') return `<p>${escaped(block.text)}</p>`
  if (block.kind === 'table') return tableHtml(block.head, block.rows, block.right)
  const items = block.items.map(
    ({ text, more }) => `<li>${escaped(text)}<small>${escaped(more.join('; '))}</small></li>`,
  )
  return `<ol>${items.join('\n')}</ol>`
}

function tableHtml(head: readonly string[], rows: readonly (readonly string[])[], right: readonly number[]): string {
  const cells = (row: readonly string[], tag: 'td' | 'th'): string =>
    row.map((cell, i) => `<${tag}${right.includes(i) ? ' class="r"' : ''}>${escaped(cell)}</${tag}>`).join('')
  const body = rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('\n')
  return `<table><thead><tr>${cells(head, 'th')}</tr></thead><tbody>${body}</tbody></table>`
}

/** Every finding, not only those that no other section shows: a page has the room. */
function findingsTable(findings: readonly Finding[]): string {
  if (findings.length === 0) return '<p>none</p>'
  const rows = findings
    .slice(0, findingsShown)
    .map(({ level, rule, places, message }) => [level, rule, message, sayPlaces(places.slice(0, 3)).join(', ')])
  const rest = findings.length - rows.length
  const more = rest > 0 ? `<p>and ${sayCount(rest, 'more finding')}; --json has them all</p>` : ''
  return tableHtml(['level', 'rule', 'what', 'where'], rows, []) + more
}
