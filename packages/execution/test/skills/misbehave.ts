import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  linkSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { Worker } from 'node:worker_threads'

type Input = { do: string; path?: string; port?: number; size?: number }

let calls = 0

/** A skill that does what it is told, and that nobody should allow. Every way first leaves a file. */
export default async function run({ input }: { input: Input }): Promise<void> {
  calls++
  writeFileSync('left.txt', `call ${calls}, ${[].length} in ${Object.keys(globalThis).includes('dirt')}\n`)
  await ways[input.do]!(input)
}

const ways: Record<string, (input: Input) => unknown> = {
  nothing: () => {},
  'hang, waiting': () => new Promise(() => setInterval(() => {}, 1000)),
  'hang, busy': () => {
    for (;;);
  },
  write: ({ path }) => writeFile(path!, 'out'),
  read: ({ path }) => readFile(path!),
  'read, and wrap the error': ({ path }) => {
    try {
      readFileSync(path!)
    } catch (thrown) {
      throw new Error('no such table', { cause: thrown })
    }
  },
  'symbolic link': () => symlinkSync('/etc', 'etc'),
  'hard link': () => linkSync('left.txt', 'again.txt'),
  socket: () => new Promise<void>((resolve) => createServer().listen('./door', resolve)),
  'name that is not UTF-8': () => writeFileSync(Buffer.from([0x66, 0xff, 0x67]), 'x'),
  'one big file': ({ size }) => writeFileSync('big.bin', Buffer.alloc(size!)),
  'one big file, and shrug': ({ size }) => {
    try {
      writeFileSync('big.bin', Buffer.alloc(size!))
    } catch {
      // As if nothing had happened.
    }
  },
  'one big file, for a moment': ({ size }) => {
    writeFileSync('big.bin', Buffer.alloc(size!))
    unlinkSync('big.bin')
  },
  'file without end': () => {
    for (;;) appendFileSync('big.bin', Buffer.alloc(1000))
  },
  'many files': ({ size }) => {
    for (let i = 0; i < size!; i++) writeFileSync(`file-${i}.txt`, '')
  },
  'many folders': ({ size }) => {
    for (let i = 0; i < size!; i++) mkdirSync(`folder-${i}`)
  },
  print: ({ size }) => console.log('x'.repeat(size!)),
  'print, without end': () => {
    for (;;) console.log('x'.repeat(1000))
  },
  'print bytes': () => {
    process.stdout.write(Buffer.from([0x00, 0xff, 0xfe, 0x0a, 0x7b, 0x22, 0x0a]))
    process.stderr.write(Buffer.from([0xc3, 0x28, 0x0a]))
  },
  'throw an Error': () => {
    throw new Error(`${process.cwd()}/in.csv has\nno header row ${'x'.repeat(500)}`)
  },
  'throw a string': () => {
    throw 'a word'
  },
  'throw null': () => {
    throw null
  },
  exit: () => process.exit(0),
  abort: () => process.abort(),
  'reject unseen': () => {
    void Promise.reject(new Error('nobody looks'))
  },
  'throw later': () => new Promise(() => setImmediate(() => undefinedThing())),
  'leave a timer': () => {
    setInterval(() => writeFileSync('late.txt', 'late'), 1)
  },
  'leave a rejection for later': () => {
    setTimeout(() => Promise.reject(new Error('late')), 100)
  },
  'forget to wait': () => {
    void writeFile('one.txt', 'one').then(() => writeFile('two.txt', 'two'))
  },
  'start a process': () => {
    const { error } = spawnSync('/bin/sh', ['-c', 'touch started'])
    if (error !== undefined) throw error
  },
  'start a worker': () => new Worker('0', { eval: true }),
  connect: ({ port }) =>
    new Promise((resolve, reject) => connect(port!, '127.0.0.1').on('connect', resolve).on('error', reject)),
  'answer by itself': () => writeSync(3, '{"kind":\n'),
  pollute: () => {
    process.chdir('data')
    process.env.TZ = 'Asia/Tokyo'
    Object.assign(globalThis, { dirt: true })
    Object.defineProperty(Array.prototype, 'length', { value: 7 })
    Array.prototype.push = () => 0
    JSON.parse = () => ({})
  },
}

declare function undefinedThing(): void
