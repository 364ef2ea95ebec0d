import type { Row } from '@lawbook/schemas'

/**
 * Rows whose columns hold one text a pipeline, divided by `;`, or in the column `beside` a letter a pipeline: the same with
 * those of the kept pipelines alone.
 */
export function onlyPairs(rows: readonly Row[], columns: readonly string[], kept: readonly boolean[]): Row[] {
  return rows.map((row) => ({
    ...row,
    ...(row.beside === undefined ? {} : { beside: [...String(row.beside)].filter((_, p) => kept[p]).join('') }),
    ...Object.fromEntries(
      columns.map((column) => [
        column,
        String(row[column])
          .split(';')
          .filter((_, p) => kept[p])
          .join(';'),
      ]),
    ),
  }))
}
