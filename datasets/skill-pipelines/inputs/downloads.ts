import { sha256 } from '@lawbook/base'
import { type Files, filesOf, type Random } from '../seeded.ts'

/**
 * downloads/: eight files, two pairs of them with the same content; SHA256SUMS.txt beside the folder lists six, and
 * firmware.bin is no longer what was listed.
 */
export default function make(random: Random): Files {
  const bytes = (length: number): Uint8Array => Uint8Array.from({ length }, () => random.int(0, 255))
  const driver = bytes(random.int(2400, 3600))
  const manual = `%PDF-1.4\n${Array.from({ length: 40 }, (_, i) => `(Step ${i + 1}: turn the dial to ${random.int(1, 99)}.) Tj`).join('\n')}\n%%EOF\n`
  const firmware = bytes(4096)
  const files = {
    'downloads/driver-5.2.bin': driver,
    'downloads/driver-5.2 (1).bin': driver,
    'downloads/firmware.bin': Uint8Array.from([...firmware.slice(0, 4000), ...bytes(96)]),
    'downloads/fonts.dat': bytes(random.int(1500, 2500)),
    'downloads/licence.txt': 'You may use this software for any purpose.\nThere is no warranty of any kind.\n',
    'downloads/manual.pdf': manual,
    'downloads/manual-copy.pdf': manual,
    'downloads/release-notes.txt': `Version 5.${random.int(2, 9)}\n- fewer crashes\n- a new dial\n- ${random.int(3, 40)} small things\n`,
  }
  const listed = Object.keys(files).filter((name) => !name.includes('copy') && !name.includes('(1)'))
  const digest = (name: string): string =>
    sha256(name === 'downloads/firmware.bin' ? firmware : files[name as keyof typeof files])
  const sums = listed.map((name) => `${digest(name)}  ${name}\n`).join('')
  return filesOf({ ...files, 'SHA256SUMS.txt': sums })
}
