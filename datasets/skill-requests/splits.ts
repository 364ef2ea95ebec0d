import { byCodeUnit, type Stream } from '@lawbook/base'

export type Half = 'calibration' | 'test'

/**
 * Each skill's half. Families stay whole, so that no skill is tested whose near-twin was calibrated on. The families
 * in seeded order, larger ones first, each go to the half that has fewer skills of the family's main stratum so far,
 * of equals to the smaller half, of equals by the stream. `family` and `stratum` map skill ids; a skill without a
 * stratum counts under ''.
 */
export function splitSkills(
  family: ReadonlyMap<string, string>,
  stratum: ReadonlyMap<string, string>,
  stream: Stream,
): Map<string, Half> {
  const stratumOf = (id: string): string => stratum.get(id) ?? ''
  const result = new Map<string, Half>()
  const lead = (label: string | null): number => {
    let calibration = 0
    for (const [id, half] of result) {
      if (label === null || stratumOf(id) === label) calibration += half === 'calibration' ? 1 : -1
    }
    return calibration
  }
  const families = stream.shuffle(membersOf(family)).sort((a, b) => b.length - a.length)
  for (const skills of families) {
    const ahead = lead(mostCommon(skills.map(stratumOf))) || lead(null) || stream.uniform() - 0.5
    for (const id of skills) result.set(id, ahead < 0 ? 'calibration' : 'test')
  }
  return result
}

/** The skills of each family, families and skills by id. */
function membersOf(family: ReadonlyMap<string, string>): string[][] {
  const members = new Map<string, string[]>()
  for (const [id, name] of [...family].sort((a, b) => byCodeUnit(a[1], b[1]) || byCodeUnit(a[0], b[0]))) {
    const skills = members.get(name) ?? []
    skills.push(id)
    members.set(name, skills)
  }
  return [...members.values()]
}

function mostCommon(labels: readonly string[]): string {
  const count = (label: string): number => labels.filter((other) => other === label).length
  return [...new Set(labels)].sort((a, b) => count(b) - count(a) || byCodeUnit(a, b))[0]!
}
