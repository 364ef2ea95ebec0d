import type { Services } from '@lawbook/benchmarks'
import { readJson, writeJson } from './solve.ts'

const parts = ['email', 'notion', 'sheets', 'calendar'] as const

/** The services as a recipe of a multi-stage task finds them, below `services/`. */
export async function openServices(): Promise<Services> {
  const states = await Promise.all(parts.map(async (part) => [part, await readJson(`services/${part}.json`)] as const))
  return Object.fromEntries(states) as unknown as Services
}

export async function saveServices(services: Services): Promise<void> {
  for (const part of parts) await writeJson(`services/${part}.json`, services[part])
}
