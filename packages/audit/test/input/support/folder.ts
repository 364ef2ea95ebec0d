import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'

const made: string[] = []
afterAll(() => Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true }))))

/** A temporary folder with these files, removed when the tests of the file are done. */
export async function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lawbook-input-'))
  made.push(folder)
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  return folder
}

/** The text of a SKILL.md. */
export const skillText = (name: string, description: string, body = `Do what ${name} does.`): string =>
  `---\nname: ${name}\ndescription: ${description}\n---\n\n${body}\n`

/** Files of a small library: brew-tea, file-taxes, and two folders whose skills are both called walk-dog. */
export const someSkills: Readonly<Record<string, string>> = {
  'skills/brew-tea/SKILL.md': skillText('brew-tea', 'Brews a pot of tea for the guests.'),
  'skills/file-taxes/SKILL.md': skillText('file-taxes', 'Fills in the forms of the tax office.'),
  'skills/walk-dog/SKILL.md': skillText('walk-dog', 'Takes the dog for a walk in the park.'),
  'other/walk-dog/SKILL.md': skillText('walk-dog', 'Plans a round for the walkers of dogs.'),
}
export const tea = 'skills/brew-tea/SKILL.md'
export const taxes = 'skills/file-taxes/SKILL.md'
