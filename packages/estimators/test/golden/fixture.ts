import { readFileSync } from 'node:fs'

/** What a fixture says about itself: the programs that made it, with their versions. */
type Made = { readonly [program: string]: unknown }

/** The golden values in test/fixtures/<name>.json. */
export function fixture<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../fixtures/${name}.json`, import.meta.url), 'utf8')) as T
}

/** The programs, each with its version as the fixture records it: "R 4.2.2, sandwich 3.0.2". */
export function oracle(name: string, ...programs: readonly string[]): string {
  const made = fixture<Made>(name)
  return programs
    .map((program) => {
      const version = /\d+(\.\d+)*/.exec(`${made[program]}`)
      if (version === null) throw new Error(`${name}.json records no version of ${program}`)
      return `${program} ${version[0]}`
    })
    .join(', ')
}
