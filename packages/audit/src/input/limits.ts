/** What is read of a file, a folder and a tarball, in bytes or counts: far above what libraries are, far below what hurts. */
export const limits = {
  /** Of a SKILL.md as a skill, in UTF-16 units; the rest of its body is left out. */
  skillChars: 1_000_000,
  /** Of a file at all. */
  fileBytes: 16_000_000,
  /** Of all wanted files of a tarball together. */
  tarballBytes: 256_000_000,
  /** Of everything that a tarball unpacks to, wanted or not. */
  unpackedBytes: 2_000_000_000,
  /** Folders that a walk looks into. */
  folders: 200_000,
  /** Of a file of requests. */
  requestBytes: 256_000_000,
  /** Of one line of a transcript, in UTF-16 units. */
  lineChars: 32_000_000,
} as const

/** Bytes for a message: 5242880 is `5.2 MB`. */
export const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`
