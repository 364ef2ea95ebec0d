import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { main } from '../../src/cli/main.ts'

export type Said = { readonly exit: number; readonly stdout: string; readonly stderr: string }

/** Run the command line inside this process, in a folder of its own, without a terminal. Never throws. */
export async function call(cwd: string, args: readonly string[], { ci = false, live = false } = {}): Promise<Said> {
  const said = { stdout: '', stderr: '' }
  const exit = await main(args, {
    ...{ cwd, home: join(cwd, 'no-home'), ci, live },
    out: (text) => void (said.stdout += text),
    talk: (text) => void (said.stderr += text),
    style: (_, text) => text,
  })
  return { exit, ...said }
}

/** Write files below a folder; folders are made as needed. */
export function write(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
}

/** A SKILL.md with a body of some sentences. */
export const skillMd = (name: string, description: string, body = `Do the work of ${name} step by step.`): string =>
  `---\nname: ${name}\ndescription: ${description}\n---\n\n# ${name}\n\n${body}\n`

const bodies: Readonly<Record<string, readonly [string, string]>> = {
  'read-invoices': [
    'Reads invoices of suppliers and gives their totals as a table.',
    'Open every supplier bill and find the amount that is due. Write one row for each bill, with the tax apart. Round money to cents, never earlier.',
  ],
  'read-receipts': [
    'Reads receipts of suppliers and gives their totals as a table.',
    'Photographed till slips come first. Straighten the picture before the characters are recognised. Group what was spent by shop and by day.',
  ],
  'draw-maps': [
    'Draws a map of places with a legend.',
    'Find the coordinates of every address. Choose a projection that keeps areas comparable. Label rivers in italics and towns upright.',
  ],
  'translate-subtitles': [
    'Translates subtitles of films and keeps their timing.',
    'Keep each caption below two lines. Break sentences where the speaker breathes. Never move a time stamp by more than a frame.',
  ],
  'plan-meals': [
    'Plans meals for a week and writes the shopping list.',
    'Ask for allergies before anything else. Reuse leftovers of Sunday on Monday. Sort the groceries by aisle of the market.',
  ],
}

/** Five skills, two of which say nearly the same. */
export const fiveSkills: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(bodies).map(([name, [description, body]]) => [
    `skills/${name}/SKILL.md`,
    skillMd(name, description, body),
  ]),
)

/** Requests for them, and one for none. */
export const requests = `${[
  { text: 'add up what our suppliers billed us', skill: 'read-invoices' },
  { text: 'table of the till slips from my trip', skill: 'read-receipts' },
  { text: 'show our offices on a map with a legend', skill: 'draw-maps' },
  { text: 'put the film captions into Spanish, same timing', skill: 'translate-subtitles' },
  { text: 'what should we eat this week and what do I buy', skill: 'plan-meals', acceptable: ['draw-maps'] },
  { text: 'how is the weather', skill: null },
]
  .map((row) => JSON.stringify(row))
  .join('\n')}\n`
