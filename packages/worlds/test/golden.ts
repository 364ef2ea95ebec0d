import { readFileSync } from 'node:fs'

type Table = readonly (readonly number[])[]

/** The tables of fixtures/worlds.json: rows of arguments, then the value. */
export const golden = JSON.parse(readFileSync(new URL('./fixtures/worlds.json', import.meta.url), 'utf8')) as Record<
  'taskDifference' | 'coverage',
  Table
>
