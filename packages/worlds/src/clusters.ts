import { fail } from '@lawbook/base'

/**
 * The package of each of `skills` skills, in blocks of very unequal size: package g = 0, 1, ... has a share
 * proportional to 1/(g + 1), at least one skill each. Real libraries look so: a few packages hold most skills.
 */
export function unequalPackages(skills: number, packages: number): Int32Array {
  if (!Number.isInteger(packages) || packages < 1 || packages > skills)
    fail('LB_DOMAIN', `cannot split ${skills} skills into ${packages} packages; there must be 1 to ${skills}`)
  const shares = Array.from({ length: packages }, (_, g) => 1 / (g + 1))
  const total = shares.reduce((sum, share) => sum + share, 0)
  const spare = skills - packages
  const sizes = shares.map((share) => 1 + Math.floor((spare * share) / total))
  sizes[0]! += skills - sizes.reduce((sum, size) => sum + size, 0)
  return Int32Array.from(sizes.flatMap((size, g) => Array.from({ length: size }, () => g)))
}
