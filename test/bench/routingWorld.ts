import { type Stream, streamsOf } from '@lawbook/base'
import type { Library, Request, Skill } from '@lawbook/skills'

/**
 * Skills and requests for timing, of any number: words of a planted vocabulary, the r-th as frequent as 1/(r + 20)
 * (Mandelbrot 1953), 10 to 60 a skill and 15 to 40 a request, three in ten from the right skill. There are no stop
 * words, so a request meets more postings (about .8 N) than one of the real library does (.3 N).
 */
const vocabulary = 20_000
const shift = 20
const streams = streamsOf('bench-routing')

const syllables = [...'bdfgklmnprstvz'].flatMap((consonant) => [...'aeiou'].map((vowel) => consonant + vowel))

/** The word of a rank: three syllables, neighbours in rank unlike each other. */
function word(rank: number): string {
  const number = (rank * 7919) % (syllables.length * syllables.length * syllables.length)
  const [first, rest] = [number % syllables.length, Math.floor(number / syllables.length)]
  return [first, rest % syllables.length, Math.floor(rest / syllables.length)].map((i) => syllables[i]!).join('')
}

/** A rank from 0: the inverse of the continuous distribution function of 1/(r + shift). */
function drawRank(stream: Stream): number {
  const ratio = (vocabulary + shift) / shift
  return Math.min(vocabulary - 1, Math.floor(shift * (Math.exp(stream.uniform() * Math.log(ratio)) - 1)))
}

const drawWords = (stream: Stream, n: number): string[] => Array.from({ length: n }, () => word(drawRank(stream)))

/** A library of n skills. Skill j is the same for every n. */
export function syntheticLibrary(n: number): Library {
  const digits = (j: number): string => String(j).padStart(6, '0')
  const skills = Array.from({ length: n }, (_, j): Skill => {
    const words = drawWords(streams('skill', j), 10 + streams('length', j).integer(51))
    const [name, description] = [words.slice(0, 2).join(' '), words.slice(2).join(' ')]
    return { id: `s@1.0.0:${digits(j)}`, name, description, body: '', package: 's', licence: 'MIT', tags: [] }
  })
  return { skills }
}

/** Requests for skills of a library. */
export function syntheticRequests({ skills }: Library, n: number): Request[] {
  return Array.from({ length: n }, (_, i): Request => {
    const stream = streams('request', skills.length, i)
    const target = skills[stream.integer(skills.length)]!
    const own = `${target.name} ${target.description}`.split(' ')
    const length = 15 + stream.integer(26)
    const words = Array.from({ length }, () =>
      stream.uniform() < 0.3 ? own[stream.integer(own.length)]! : word(drawRank(stream)),
    )
    return { id: `r${i}`, skill: target.id, wording: 'direct', domain: 'd', abstract: false, text: words.join(' ') }
  })
}

/** Unit vectors, row-major float32: a direction that ten neighbours share, and noise of the same size. */
export function syntheticVectors(purpose: string, n: number, dimensions: number): Float32Array {
  const rows = new Float32Array(n * dimensions)
  const normals = (stream: Stream): Float64Array => Float64Array.from({ length: dimensions }, stream.normal)
  let direction: Float64Array = new Float64Array(0)
  for (let j = 0; j < n; j++) {
    if (j % 10 === 0) direction = normals(streams('direction', j))
    const own = normals(streams(purpose, j))
    let squares = 0
    for (let i = 0; i < dimensions; i++) {
      own[i]! += direction[i]!
      squares += own[i]! * own[i]!
    }
    const length = Math.sqrt(squares)
    for (let i = 0; i < dimensions; i++) rows[j * dimensions + i] = own[i]! / length
  }
  return rows
}
