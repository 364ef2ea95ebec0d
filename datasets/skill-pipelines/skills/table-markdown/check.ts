import { tableIn } from '../../checks/markdown.ts'
import { judgeProduced, type Step, sourcesOf, tableOf, textOf } from '../../checks/step.ts'

/** The product is one Markdown table with the header and the cells of the source, row by row; headings may stand around it. */
export default function check(step: Step): string[] {
  return judgeProduced(step, ['.md', '.markdown'], (name) => {
    const source = tableOf(step.before, sourcesOf(step, ['.csv'])[0]!)
    const columns = (step.input.keep as string[] | undefined) ?? source.columns
    const wanted = [columns, ...source.rows.map((row) => columns.map((column) => row[column] ?? ''))]
    const found = tableIn(textOf(step.after, name))
    if (found.length === 0) return [`${name} holds no Markdown table`]
    const at = wanted.findIndex((cells, i) => cells.map(bare).join('\n') !== found[i]?.map(bare).join('\n'))
    if (at === 0) return [`the table has the columns ${found[0]!.join(', ')}, not ${columns.join(', ')}`]
    if (at > 0) return [`row ${at} of the table is not row ${at} of the source`]
    if (found.length !== wanted.length) return [`the table has ${found.length - 1} rows, not ${wanted.length - 1}`]
    const lines = textOf(step.after, name)
      .split('\n')
      .map((line) => line.trim())
    const own = lines.filter((line) => line !== '' && !/^#{1,6} /.test(line))
    return own.length === found.length + 1 ? [] : [`${name} holds more than the table`]
  })
}

/** White space and line breaks inside a cell count as one blank. */
function bare(cell: string): string {
  return cell
    .replace(/<br *\/?>|\s+/g, ' ')
    .replace(/ +/g, ' ')
    .trim()
}
