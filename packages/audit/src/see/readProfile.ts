import { fail, parseJson, readText } from '@lawbook/base'
import { type Profile, profiles } from './profiles.ts'

const limits = ['budgetChars', 'perSkillChars', 'overflowPerSkillChars', 'maxSkills'] as const
const allowed = {
  order: ['name', 'path', 'given'],
  overflow: ['names-only', 'cut', 'drop'],
  listsPath: [false, true],
} as const
const fields = [
  ...limits,
  ...Object.keys(allowed),
  'perSkillOverhead',
  'title',
  'source',
  'agentVersion',
  'asOf',
  'note',
]

/** The profile that a JSON file holds; see `profileFrom`. */
export async function readProfile(path: string): Promise<Profile> {
  const text = await readText(path).catch((cause) =>
    fail(
      'LB_INPUT',
      `there is no profile at ${path}; give a JSON file or one of ${Object.keys(profiles).join(', ')}`,
      {},
      cause,
    ),
  )
  return profileFrom(parseJson(text, path), path)
}

/**
 * A profile of the user's own: an object with any of the fields of `Profile` but `id`; what it leaves out is as in the
 * profile `none`, without a limit. A field that is unknown or has another type throws LB_INPUT; `where` names the input.
 */
export function profileFrom(value: unknown, where: string): Profile {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return fail('LB_INPUT', `${where} is no profile; give an object with any of ${fields.join(', ')}`)
  const given = value as Record<string, unknown>
  for (const [field, x] of Object.entries(given)) check(field, x, where)
  return { ...profiles.none, id: 'own', title: 'own profile', note: '', ...given } as Profile
}

function check(field: string, x: unknown, where: string): void {
  const say = (expected: string): never =>
    fail('LB_INPUT', `${where} gives ${field} as ${JSON.stringify(x)}; ${expected}`)
  if (!fields.includes(field)) say(`a profile has ${fields.join(', ')}`)
  const choices: readonly unknown[] | undefined = allowed[field as keyof typeof allowed]
  if (choices !== undefined) {
    if (!choices.includes(x)) say(`it must be one of ${choices.join(', ')}`)
  } else if (field === 'perSkillOverhead') {
    if (!isCount(x)) say('it must be a whole number, at least 0')
  } else if ((limits as readonly string[]).includes(field)) {
    if (x !== null && !isCount(x)) say('it must be a whole number, at least 0, or null for no limit')
  } else if (typeof x !== 'string') say('it must be a text')
}

const isCount = (x: unknown): boolean => Number.isInteger(x) && (x as number) >= 0
