import { expect, test } from 'vitest'
import { findPython, needPytest } from '../src/python.ts'

const here = await findPython(null).catch(() => null)

test('an interpreter that is none is LB_PYTHON, and named', async () => {
  await expect(findPython('/bin/sh')).rejects.toMatchObject({ code: 'LB_PYTHON' })
  await expect(findPython('/nowhere/python3')).rejects.toThrow('/nowhere/python3 is no interpreter of Python 3')
})

test.skipIf(here === null)('the one that is found can be named again (needs python3)', async () => {
  expect(await findPython(here!.file)).toEqual(here)
})

test('without pytest there is no verifier', () => {
  const bare = { file: '/usr/bin/python3', version: '3.11.2', pytest: null }
  expect(() => needPytest(bare)).toThrow('/usr/bin/python3 (Python 3.11.2) has no pytest')
  expect(() => needPytest(null)).toThrow('there is no Python 3 here')
  expect(needPytest({ ...bare, pytest: '7.2.1' }).pytest).toBe('7.2.1')
})
