import { readFile, writeFile } from 'node:fs/promises'
import { csvParse } from 'd3-dsv'
import { shout } from './library.cjs'

/** A well-behaved skill: counts the rows of a table, in capitals by a library of the old kind. */
export default async function run({ input }: { input: { from?: string; to?: string } }): Promise<void> {
  const rows = csvParse(await readFile(input.from ?? 'in.csv', 'utf8'))
  await writeFile(input.to ?? 'count.txt', `${shout(`${rows.length} rows`)}\n`)
}
