import { writeFile } from 'node:fs/promises'

/** Writes down what it was given. */
export default async function run(task: unknown): Promise<void> {
  await writeFile('echo.json', JSON.stringify({ task, environment: process.env }))
}
