import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Input } from './task.ts'

/** A file as text, without a byte order mark, line ends as \n. */
export async function readText(name: string): Promise<string> {
  return (await readFile(name, 'utf8')).replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
}

/** Write a file, its folder made if need be. */
export async function writeBytes(name: string, content: string | Uint8Array): Promise<void> {
  if (name.includes('/')) await mkdir(dirname(name), { recursive: true })
  await writeFile(name, content)
}

/** The name to write under: what the task says, else the skill's own, numbered where a file has it already. */
export function outputName(input: Input, fallback: string): string {
  if (input.to !== undefined) return input.to
  const dot = fallback.lastIndexOf('.')
  const [stem, ending] = dot <= 0 ? [fallback, ''] : [fallback.slice(0, dot), fallback.slice(dot)]
  let name = fallback
  for (let n = 2; existsSync(name); n++) name = `${stem}-${n}${ending}`
  return name
}

/** A parameter that must be there. */
export function required<T>(value: T | undefined, key: string): T {
  if (value === undefined) throw new Error(`needs "${key}"`)
  return value
}

/** A parameter that may be one word or a list. */
export function listOf(value: string | readonly string[] | undefined): string[] {
  return value === undefined ? [] : typeof value === 'string' ? [value] : [...value]
}

/** A number as text: at most six decimals, no trailing zeros. */
export function numberText(value: number): string {
  return String(Math.round(value * 1e6) / 1e6)
}
