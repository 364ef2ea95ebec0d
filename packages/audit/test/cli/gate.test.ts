import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { call, fiveSkills, requests, skillMd, write } from './call.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lawbook-gate-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('the gate', () => {
  const worse = {
    'skills/read-bills/SKILL.md': skillMd(
      'read-bills',
      'Reads invoices of suppliers and gives their totals as a table.',
      'Collect the payable amounts from all documents and list them.',
    ),
  }

  test('a baseline takes what is there as known; later runs fail on what is new, and on nothing else', async () => {
    write(folder, fiveSkills)
    const { exit: baseline, stdout } = await call(folder, ['audit', 'skills', '--baseline'])
    expect(baseline).toBe(0)
    expect(stdout).toMatch(
      /Next: commit audit\.lock\.json; `lawbook audit skills --fail-on new` then exits 3 on what is/,
    )
    expect(existsSync(join(folder, 'audit.lock.json'))).toBe(true)
    expect(await call(folder, ['audit', 'skills', '--fail-on', 'new', '--quiet'])).toMatchObject({
      exit: 0,
      stderr: '',
    })
    write(folder, worse)
    const { exit, stderr } = await call(folder, ['audit', 'skills', '--fail-on', 'new', '--quiet'])
    expect(exit).toBe(3)
    expect(stderr).toMatch(/gate --fail-on new: \d+ findings?\n.*read-bills/)
    expect(stderr).toMatch(
      /accept one under "accept" in audit\.lock\.json: \{"key":"collision:read-bills:read-invoices",/,
    )
    expect(await call(folder, ['audit', 'skills', '--quiet'])).toMatchObject({ exit: 0, stderr: '' })
    expect((await call(folder, ['audit', 'skills', '--quiet'], { ci: true })).exit).toBe(3)
  })

  test('without a lock nothing fails by itself; asked for what is new, it says what is missing', async () => {
    write(folder, fiveSkills)
    expect((await call(folder, ['audit', 'skills', '--quiet'], { ci: true })).exit).toBe(0)
    const { exit, stderr } = await call(folder, ['audit', 'skills', '--fail-on', 'new'])
    expect(exit).toBe(2)
    expect(stderr).toMatch(/--fail-on new needs something to compare with: write a lock with --baseline/)
    expect((await call(folder, ['audit', 'skills', '--fail-on', 'warning', '--quiet'])).exit).toBe(3)
    expect((await call(folder, ['audit', 'skills', '--lock', 'no.json'])).stderr).toMatch(/there is no lock no\.json/)
  })

  test('--since compares with a git ref on the same requests, in Markdown', async () => {
    write(folder, { ...fiveSkills, 'requests.jsonl': requests })
    commit()
    write(folder, worse)
    const since = ['audit', 'skills', '--requests', 'requests.jsonl', '--since', 'HEAD']
    const { exit, stdout } = await call(folder, [...since, '--markdown', 'comment.md'])
    expect(exit).toBe(0)
    expect(stdout).toMatch(
      /^## Audit of skills since HEAD: \d+ new, \d+ worse, \d+ fixed\n\n5 skills before, 6 now; added: read-bills/,
    )
    expect(stdout).toMatch(/\*\*On the same requests: /)
    expect(stdout).toMatch(/\*\*New: \d+\*\*\n\n- .*read-bills/)
    expect(readFileSync(join(folder, 'comment.md'), 'utf8')).toBe(stdout)
    const watched = await call(folder, [...since, '--json'], { ci: true })
    expect(watched.exit).toBe(3)
    expect(JSON.parse(watched.stdout).gate).toMatchObject({ failOn: 'new', against: 'ref', failed: true })
  })

  test('a ref that git does not know is a sentence', async () => {
    write(folder, fiveSkills)
    commit()
    const { exit, stderr } = await call(folder, ['audit', 'skills', '--since', 'no-such-ref'])
    expect(exit).toBe(2)
    expect(stderr).toMatch(/git knows no commit no-such-ref/)
  })

  function commit(): void {
    const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, stdio: 'ignore' })
    git('init', '--quiet')
    git('add', '--all')
    git('-c', 'user.name=x', '-c', 'user.email=x@example.com', 'commit', '--quiet', '-m', 'x')
  }
})
