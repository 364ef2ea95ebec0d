import { missingAndSurplus } from '../../checks/places.ts'
import { piecesOf, scriptEndings, scriptsOf } from '../../checks/scripts.ts'
import { judgeProduced, type Step, tableOf, textOf } from '../../checks/step.ts'

/** A row for every line of a comment with TODO or FIXME, with its file, line and text, and no other row. */
export default function check(step: Step): string[] {
  const wanted = scriptsOf(step, scriptEndings).flatMap((file) =>
    remarksOf(textOf(step.before, file)).map((remark) => ({ file, ...remark })),
  )
  if (wanted.length === 0) return ['there is no remark to find']
  return judgeProduced(step, ['.csv'], (name) => {
    const table = tableOf(step.after, name)
    if (!table.columns.includes('line')) return [`${name} has no column line`]
    return missingAndSurplus(table, wanted, name)
  })
}

/** What stands behind the mark, its punctuation and the name in brackets. */
function remarksOf(script: string): { line: number; text: string }[] {
  return piecesOf(script)
    .filter(({ kind }) => kind === 'comment')
    .flatMap(({ text, line }) => text.split('\n').map((part, i) => ({ line: line + i, part })))
    .filter(({ part }) => /\b(TODO|FIXME)\b/.test(part))
    .map(({ line, part }) => ({
      line,
      text: part
        .replace(/^.*?\b(TODO|FIXME)\b(\([^)]*\))?[\s:]*/, '')
        .replace(/\*\/$/, '')
        .trim(),
    }))
}
